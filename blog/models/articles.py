from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags

from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import Tag, TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from boulder_therapeutics.core.blocks.body import BodyBlock, ReferenceBlock
from boulder_therapeutics.core.models import Person
from boulder_therapeutics.core.restrictions import RestrictionsMixin, only_public
from boulder_therapeutics.pagecache import memoize, tag, untracked

from .categories import Category
from .named import find_named
from .related import find_nearby

WORDS_PER_MINUTE = 220
# More rows than these are slower to sort by article than the articles to look through.
MANY = 1000
MOST_KEPT = 500


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
        "images.CustomImage",
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
    def named(self):
        """The ids of whom and what this article names."""
        return find_named(self)

    @cached_property
    def authors(self):
        """The people named in the by-line, in order."""
        return [self.people[pk] for pk in self.named.authors]

    @cached_property
    def reviewer(self):
        """The therapist who checked the facts, or None."""
        return self.people.get(self.reviewed_by_id)

    @cached_property
    def people(self):
        """The people whom this article names, by id."""
        return load_people((self.reviewed_by_id, *self.named.authors))

    @cached_property
    def headings(self):
        """The sections of the body, as heading values, for the contents."""
        values = [block.value for block in self.body.blocks_by_name("heading")]
        return [value for value in values if value.get("level") == "h2"]

    @property
    def reading_minutes(self):
        """How long reading takes, in whole minutes, at least one."""
        return max(1, round(self.word_count / WORDS_PER_MINUTE))

    @cached_property
    def linked_services(self):
        """The services this article is about, as visitors may see them."""
        return load_services(self.named.services)

    @cached_property
    def linked_categories(self):
        """The categories this article is in, by name."""
        return load_subjects(Category, self.named.categories)

    @cached_property
    def linked_tags(self):
        """The tags of this article, by name."""
        return load_subjects(Tag, self.named.tags)

    @property
    def place(self):
        """What decides which articles are nearby."""
        services = tuple(service.pk for service in self.linked_services)
        return self.date, self.named.tags, services

    @cached_property
    def nearby(self):
        """What the article leads to."""
        return find_nearby(self)


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


@memoize(most=MOST_KEPT)
def load_people(pks):
    """Return those of the people with these ids that there are, by id."""
    return Person.objects.select_related("picture").in_bulk(pks)


@memoize(most=MOST_KEPT)
def load_services(pks):
    """Return those of the services with these ids that anybody may read."""
    # Also of those that are not public, but may be later.
    tag(*(f"page-{pk}" for pk in pks))
    services = BlogPage.services.rel.model.objects.filter(pk__in=pks)
    return list(only_public(services).order_by("path"))


@memoize(most=MOST_KEPT)
def load_subjects(model, pks):
    """Return the categories or tags with these ids."""
    return list(model.objects.filter(pk__in=pks).order_by("name"))


@memoize("count")
def count_all():
    """Return how many articles anybody may read."""
    return BlogPage.objects.published().count()


class BlogPageAuthor(Orderable):
    """A person in the by-line of an article."""

    page = ParentalKey(BlogPage, related_name="article_authors")
    person = models.ForeignKey(
        "core.Person", models.PROTECT, related_name="article_authorships"
    )

    panels = ["person"]

    class Meta(Orderable.Meta):
        indexes = [models.Index(fields=["page", "person"], name="article_by")]


class BlogPageTag(TaggedItemBase):
    """A tag on an article."""

    content_object = ParentalKey(BlogPage, related_name="tagged_items")

    class Meta:
        indexes = [
            models.Index(fields=["content_object", "tag"], name="article_tagged"),
            models.Index(fields=["tag", "content_object"], name="article_with_tag"),
        ]
