from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags

from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from boulder_therapeutics.core.blocks import BodyBlock, ReferenceBlock
from boulder_therapeutics.core.pictures.shapes import images_in, share_renditions
from boulder_therapeutics.core.public import RestrictionsMixin, only_public
from boulder_therapeutics.pagecache import memoize, untracked

from .nearby import find_nearby

WORDS_PER_MINUTE = 220
# More rows than these are slower to sort by article than the articles to look through.
MANY = 1000


class BlogPageQuerySet(PageQuerySet):
    """Articles, for lists."""

    def published(self):
        """Articles that anybody may read, newest first."""
        return only_public(self).order_by("-date", "-pk")

    def among(self, rows, article):
        """Those that any of the `rows` names in its field `article`.

        The database begins at the rows, or, when they are many, at the newest article
        and stops at the last that is wanted.
        """
        with untracked():
            many = count_all() > MANY and rows.order_by()[MANY : MANY + 1].exists()
        if many:
            return self.filter(Exists(rows.filter(**{article: OuterRef("pk")})))
        return self.filter(pk__in=rows.values(article))

    def for_cards(self):
        """With everything that a card shows but the cover; see `share_covers`."""
        return self.defer("body", "references")


class BlogPage(RestrictionsMixin, Page):
    """An article of the blog."""

    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []
    page_description = "An article, with comments by readers."

    introduction = models.TextField(
        max_length=500, help_text="The lead paragraph; lists show it too."
    )
    date = models.DateTimeField(default=timezone.now, help_text="Shown to readers.")
    categories = ParentalManyToManyField(
        "blog.Category", blank=True, related_name="articles"
    )
    tags = ClusterTaggableManager(through="blog.BlogPageTag", blank=True)
    cover = models.ForeignKey(
        "core.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown in lists and when the article is shared.",
    )
    body = StreamField(BodyBlock())
    word_count = models.PositiveIntegerField(default=0, editable=False)
    references = StreamField(
        [("reference", ReferenceBlock())],
        blank=True,
        help_text="Numbered in this order; [1] in the text leads to the first.",
    )
    services = ParentalManyToManyField(
        "services.ServicePage",
        blank=True,
        related_name="articles",
        help_text="What this article is about. Each service lists it by itself.",
    )
    comments_open = models.BooleanField(
        default=True, help_text="Readers may comment on this article."
    )
    reviewed_by = models.ForeignKey(
        "core.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reviewed_articles",
        help_text="The therapist who checked the facts.",
    )
    reviewed_on = models.DateField(null=True, blank=True)
    next_review_on = models.DateField(null=True, blank=True)

    objects = PageManager.from_queryset(BlogPageQuerySet)()

    content_panels = [
        *Page.content_panels,
        "introduction",
        "cover",
        "body",
        "references",
        "services",
        MultiFieldPanel(
            [
                "date",
                InlinePanel("article_authors", label="Author", min_num=1),
                FieldPanel("categories"),
                "tags",
            ],
            heading="By-line and subjects",
        ),
        MultiFieldPanel(
            ["reviewed_by", FieldRowPanel(["reviewed_on", "next_review_on"])],
            heading="Review",
        ),
    ]
    settings_panels = [*Page.settings_panels, "comments_open"]

    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = "article"
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="article_newest")]

    def clean(self):
        """Count the words, for lists; refuse the address of the blog's own feed."""
        super().clean()
        texts = texts_in(self.body.raw_data)
        self.word_count = sum(len(strip_tags(text).split()) for text in texts)
        if self.slug == "feed":
            raise ValidationError({"slug": "The blog's feed is there. Choose another."})

    @cached_property
    def authors(self):
        """The people named in the by-line, in order."""
        return [author.person for author in self.article_authors.all()]

    @cached_property
    def headings(self):
        """The sections of the body, as heading values, for the contents."""
        return [
            block.value
            for block in self.body
            if block.block_type == "heading" and block.value.get("level") == "h2"
        ]

    @property
    def reading_minutes(self):
        """How long reading takes, in whole minutes, at least one."""
        return max(1, round(self.word_count / WORDS_PER_MINUTE))

    @cached_property
    def linked_services(self):
        """The services this article is about, as visitors may see them."""
        return list(only_public(self.services.all()))

    @cached_property
    def tag_rows(self):
        """What gives this article its tags."""
        return list(self.tagged_items.all())

    @cached_property
    def nearby(self):
        """What the article leads to."""
        return find_nearby(self)

    def share_pictures(self):
        """Have all pictures of the article itself found with one query, if at all."""
        portraits = [person.picture for person in self.authors]
        share_renditions([self.cover, *images_in(self.body), *portraits])


def texts_in(raw):
    """Yield the texts of stored blocks, whose pictures need not be looked up."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, Mapping):
        for name, value in raw.items():
            if name not in {"id", "type"}:
                yield from texts_in(value)
    elif isinstance(raw, Sequence):
        for value in raw:
            yield from texts_in(value)


@memoize("count")
def count_all():
    """Return how many articles anybody may read."""
    return BlogPage.objects.published().count()


class BlogPageAuthorManager(models.Manager):
    """By-lines, each with its person in the same query."""

    def get_queryset(self):
        return super().get_queryset().select_related("person__picture")


class BlogPageAuthor(Orderable):
    """A person in the by-line of an article."""

    page = ParentalKey(BlogPage, related_name="article_authors")
    person = models.ForeignKey(
        "core.Person", models.PROTECT, related_name="article_authorships"
    )

    objects = BlogPageAuthorManager()

    panels = ["person"]

    class Meta(Orderable.Meta):
        indexes = [models.Index(fields=["page", "person"], name="article_by")]


class BlogPageTagManager(models.Manager):
    """Tags on articles, each with its name in the same query."""

    def get_queryset(self):
        return super().get_queryset().select_related("tag")


class BlogPageTag(TaggedItemBase):
    """A tag on an article."""

    content_object = ParentalKey(BlogPage, related_name="tagged_items")

    objects = BlogPageTagManager()

    class Meta:
        indexes = [
            models.Index(fields=["content_object", "tag"], name="article_tagged"),
            models.Index(fields=["tag", "content_object"], name="article_with_tag"),
        ]
