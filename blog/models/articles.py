import re
from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.blocks import PageChooserBlock
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from boulder_therapeutics.core.blocks.body import BodyBlock
from boulder_therapeutics.core.blocks.text import ReferenceBlock
from boulder_therapeutics.core.languages.notices import TranslatedNoticesMixin
from boulder_therapeutics.core.models import ReviewMixin
from boulder_therapeutics.core.publishing.indexing import IndexingMixin
from boulder_therapeutics.core.publishing.restrictions import RestrictionsMixin
from boulder_therapeutics.core.publishing.scheduling import SchedulingMixin
from boulder_therapeutics.images.pictures import images_in, prefetch_renditions

from .periods import YEAR
from .querysets import BlogPageQuerySet
from .related import MAX_RELATED, find_related

WORDS_PER_MINUTE = 220


class BlogPage(
    TranslatedNoticesMixin,
    RestrictionsMixin,
    SchedulingMixin,
    IndexingMixin,
    ReviewMixin,
    Page,
):
    """An article of the blog."""

    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []
    page_description = "A blog article with reader comments."

    introduction = models.TextField(
        max_length=500, help_text="The lead paragraph, also shown in lists."
    )
    date = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Shown to readers; lists start with the newest article. Leave it "
        "empty for the time when the article goes live.",
    )
    pinned = models.BooleanField(
        "keep at the top of the blog",
        default=False,
        help_text="Pinned articles come first in the list of all articles.",
    )
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
        help_text="Numbered in this order. [1] in the text links to the first one.",
    )
    services = ParentalManyToManyField(
        "services.ServicePage",
        blank=True,
        related_name="articles",
        help_text="The services this article is about. Their pages link to it, too.",
    )
    related_articles = StreamField(
        [("article", PageChooserBlock(page_type="blog.BlogPage"))],
        blank=True,
        max_num=MAX_RELATED,
        help_text="Shown in this order below the article. Articles with the same "
        "tags and services fill the places that remain.",
    )
    comments_open = models.BooleanField(
        default=True, help_text="Allow readers to comment on this article."
    )
    comments_close_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="No comments from this time on. Leave it empty to keep them open, "
        "or to use the comment settings.",
    )

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
                "pinned",
                InlinePanel("article_authors", label="Author", min_num=1),
                FieldPanel("categories"),
                "tags",
            ],
            heading="Byline and topics",
        ),
        "related_articles",
        *ReviewMixin.review_panels,
    ]
    settings_panels = [
        *Page.settings_panels,
        MultiFieldPanel(["comments_open", "comments_close_at"], heading="Comments"),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    exclude_fields_in_copy = ["date"]

    class Meta:
        verbose_name = _("article")
        indexes = [
            models.Index(fields=["-date", "-page_ptr"], name="article_newest"),
            models.Index(
                fields=["-pinned", "-date", "-page_ptr"], name="article_pinned_first"
            ),
        ]

    def clean(self):
        """Count the words, and reject the slugs of the blog's feed and of its years."""
        super().clean()
        self.count_words()
        if self.slug == "feed":
            raise ValidationError(
                {"slug": "The blog's feed uses this slug. Choose another one."}
            )
        if re.fullmatch(YEAR, self.slug):
            raise ValidationError(
                {"slug": "The articles of a year are listed here. Choose another slug."}
            )

    def count_words(self):
        """Set the number of words in the body."""
        texts = texts_in(self.body.raw_data)
        self.word_count = sum(len(strip_tags(text).split()) for text in texts)

    def save(self, *args, **kwargs):
        """Give an article that goes live the date of that moment, unless it has one."""
        now = timezone.now()
        is_waiting = self.go_live_at and self.go_live_at > now
        if self.live and not self.date and not is_waiting:
            self.date = self.first_published_at or now
        super().save(*args, **kwargs)

    def with_content_json(self, content):
        """Keep the date of a live article that was scheduled without one."""
        article = super().with_content_json(content)
        article.date = article.date or self.date
        return article

    @cached_property
    def authors(self):
        """The people in the byline, in order."""
        rows = self.article_authors.select_related("person__picture")
        return [row.person for row in rows if row.person]

    @cached_property
    def reviewer(self):
        """The person who checked the facts, if they may, or None."""
        for author in self.authors:
            if author.pk == self.reviewed_by_id:
                self.reviewed_by = author  # saves a query
        return super().reviewer

    @cached_property
    def current_body(self):
        """The body, with warnings that are not older than those of the original."""
        return self.with_current_notices("body")

    @cached_property
    def headings(self):
        """The second-level headings of the body, for the table of contents."""
        values = [block.value for block in self.body.blocks_by_name("heading")]
        return [value for value in values if value.get("level") == "h2"]

    @property
    def reading_minutes(self):
        """The reading time in whole minutes, at least one."""
        return max(1, round(self.word_count / WORDS_PER_MINUTE))

    @cached_property
    def linked_services(self):
        """The public services this article is about, in its language."""
        services = self.services.all()
        if not isinstance(services, PageQuerySet):  # unsaved, in a preview
            ids = [service.pk for service in services]
            services = self._meta.get_field("services").related_model.objects
            services = services.filter(pk__in=ids)
        keys = services.order_by().values("translation_key")
        services = services.model.objects.filter(translation_key__in=keys)
        return list(services.filter(locale=self.locale_id).published().for_cards())

    @cached_property
    def linked_categories(self):
        """The categories this article is in, by name."""
        return list(self.categories.order_by("name"))

    @cached_property
    def linked_tags(self):
        """The tags of this article, by name."""
        return sorted(self.tags.all(), key=lambda tag: tag.name)

    @cached_property
    def related(self):
        """The previous, the next, and the most closely related articles."""
        return find_related(self)

    def get_context(self, request, *args, **kwargs):
        """Prefetch the renditions of all images on the page."""
        # Only a preview may have no date yet.
        self.date = self.date or self.go_live_at or timezone.now()
        context = super().get_context(request, *args, **kwargs)
        pictures = [author.picture for author in self.authors]
        covers = [article.cover for article in self.related.most_related]
        prefetch_renditions([self.cover, *images_in(self.body), *pictures, *covers])
        return context


def texts_in(raw):
    """Yield the texts of raw StreamField data, without loading related objects."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, Mapping):
        for name, value in raw.items():
            if name not in {"id", "type"}:
                yield from texts_in(value)
    elif isinstance(raw, Sequence):
        for value in raw:
            yield from texts_in(value)


class BlogPageAuthor(Orderable):
    """A person in the byline of an article."""

    page = ParentalKey(BlogPage, related_name="article_authors")
    # Only a draft may have a row without a person.
    person = models.ForeignKey(
        "core.Person", models.PROTECT, null=True, related_name="article_authorships"
    )

    panels = ["person"]

    class Meta(Orderable.Meta):
        # Only forms set positions; rows without any are in the order of creation.
        ordering = ["sort_order", "pk"]
        indexes = [models.Index(fields=["page", "person"], name="article_by")]


class BlogPageTag(TaggedItemBase):
    """A tag on an article."""

    content_object = ParentalKey(BlogPage, related_name="tagged_items")

    class Meta:
        indexes = [
            models.Index(fields=["content_object", "tag"], name="article_tagged"),
            models.Index(fields=["tag", "content_object"], name="article_with_tag"),
        ]
