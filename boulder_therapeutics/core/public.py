from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef

from wagtail.models import PageViewRestriction


def only_public(pages):
    """Return those of a queryset of pages that are live and not restricted.

    Wagtail's own `public()` asks for the restrictions in a query of its own each time;
    here they are part of the query.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(path=path)
    above = restrictions.filter(path__startswith=F("page__path"))
    return pages.filter(~Exists(above), live=True)
