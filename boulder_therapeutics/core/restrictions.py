from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef

from wagtail.models import PageViewRestriction

from boulder_therapeutics.pagecache import memoize, remembers, untracked


class RestrictionsMixin:
    """A page that asks for its restrictions only when there are any at all."""

    def get_view_restrictions(self):
        """Return the restrictions of this page and of those above it."""
        with untracked():
            if not has_restrictions():
                return PageViewRestriction.objects.none()
            return super().get_view_restrictions()


@memoize("restrictions")
def has_restrictions():
    """Tell whether any page is not for everybody."""
    return PageViewRestriction.objects.exists()


def only_public(pages):
    """Return those of a queryset of pages that are live and not restricted.

    Wagtail's own `public()` asks for the restrictions in a query of its own each time;
    here they are part of the query, if there are any at all.
    """
    with untracked():
        if remembers() and not has_restrictions():
            return pages.filter(live=True)
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(path=path)
    above = restrictions.filter(path__startswith=F("page__path"))
    return pages.filter(~Exists(above), live=True)
