from wagtail.query import PageQuerySet

from boulder_therapeutics.core.publishing.restrictions import only_public

CARD_FIELDS = [
    "cover",
    "date",
    "depth",
    "introduction",
    "last_published_at",
    "live",
    "path",
    "pinned",
    "slug",
    "title",
    "url_path",
    "word_count",
]


class BlogPageQuerySet(PageQuerySet):
    def published(self):
        """Return the public articles, newest first."""
        return only_public(self).order_by("-date", "-pk")

    def pinned_first(self):
        """Return the articles with pinned ones at the top, then the newest first."""
        return self.order_by("-pinned", "-date", "-pk")

    def about(self, service):
        """Return the articles linked to `service`, in its language."""
        # Translated articles may still be linked to the untranslated service.
        key = service.translation_key
        rows = self.model.services.through.objects.filter(
            servicepage__translation_key=key
        )
        articles = self.filter(pk__in=rows.values("blogpage"))
        return articles.filter(locale=service.locale_id)

    def in_categories(self, ids):
        """Return the articles in any of the categories with these ids, each once."""
        rows = self.model.categories.through.objects.filter(category__in=ids)
        return self.filter(pk__in=rows.values("blogpage"))

    def within(self, period):
        """Return the articles of a year or month."""
        return self.filter(date__gte=period.start, date__lt=period.end)

    def for_cards(self):
        """Load covers, and only the fields that cards and links need."""
        return self.select_related("cover").only(*CARD_FIELDS)
