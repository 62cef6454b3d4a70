"""Which pages search engines may list."""

from functools import reduce
from operator import or_

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
    return pages.exclude(_is_hidden())


def with_noindex(pages):
    """Add `is_hidden`, whether search engines may not list a page, to a queryset."""
    return pages.annotate(is_hidden=_is_hidden())


def _is_hidden():
    types = [kind for kind in get_page_models() if issubclass(kind, IndexingMixin)]
    hidden = [kind.objects.filter(noindex=True).order_by() for kind in types]
    return reduce(or_, [models.Q(pk__in=pages.values("pk")) for pages in hidden])
