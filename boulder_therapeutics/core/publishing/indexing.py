"""Which pages search engines may list."""

from django.db import models

from wagtail.models import Page, get_page_models


class IndexingMixin(models.Model):
    """A page that an editor can hide from search engines."""

    noindex = models.BooleanField(
        "hide from search engines",
        default=False,
        help_text="Search engines and language models are asked to leave the page "
        "out. Menus, lists and the search of this site still show it.",
    )

    promote_panels = [*Page.promote_panels, "noindex"]

    class Meta:
        abstract = True


def only_indexed(pages):
    """Return those pages of a queryset that search engines may list."""
    for model in get_page_models():
        if issubclass(model, IndexingMixin):
            hidden = model.objects.filter(noindex=True).order_by()
            pages = pages.exclude(pk__in=hidden.values("pk"))
    return pages
