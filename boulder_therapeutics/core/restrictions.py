"""View restrictions, looked up in one query where Wagtail needs two."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q

from wagtail.models import PageViewRestriction


class RestrictionsMixin:
    """A page that finds its view restrictions by its path."""

    def get_view_restrictions(self):
        """Return the restrictions of this page and its ancestors, aliases included."""
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        paths = [self.path[:end] for end in ends]
        return PageViewRestriction.objects.filter(
            Q(page__path__in=paths) | Q(page__aliases__path__in=paths)
        ).distinct()


def only_public(pages):
    """Return the live, unrestricted pages of a queryset.

    Like `live().public()`, but without loading all restrictions in a query of its own.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(path=path)
    above = restrictions.filter(path__startswith=F("page__path"))
    return pages.filter(~Exists(above), live=True)
