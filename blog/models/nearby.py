"""What an article leads to: those before and after it, and the nearest in subject."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from boulder_therapeutics.pagecache import tag, untracked

RELATED = 3
# So many of the newest that share a tag, or a service, are compared.
COMPARED = 200


@dataclass
class Nearby:
    """Articles for cards and links: two or None, and those that share most."""

    previous: object
    next: object
    related: list


def find_nearby(article):
    """Return what `article` leads to, found with a fixed number of queries."""
    tags = [item.tag_id for item in article.tag_rows]
    services = [service.pk for service in article.linked_services]
    tag(*(f"tag-articles-{pk}" for pk in tags))
    tag(*(f"service-articles-{pk}" for pk in services))
    model = type(article)
    others = model.objects.published().exclude(pk=article.pk)
    related = _find_related(others, tags, services)
    older = others.filter(_beside(article, "lt"))
    newer = others.filter(_beside(article, "gt")).order_by("date", "pk")
    with untracked():
        beside = [Subquery(side.values("pk")[:1]) for side in (older, newer)]
        found = model.objects.for_cards().filter(id__in=[*beside, *related])
        nearby = _arrange(article, list(found), related)
    # Of those before and after, only the title is shown.
    tag(*(f"page-{page.pk}" for page in found))
    tag(*(f"image-{page.cover_id}" for page in nearby.related if page.cover_id))
    return nearby


def _find_related(others, tags, services):
    """Return the ids of the articles that share most, nearest first."""
    tagged = others.model.tagged_items.rel.related_model.objects.filter(tag__in=tags)
    linked = others.model.services.through.objects.filter(servicepage__in=services)
    places = set()
    for rows, article in (tagged, "content_object"), (linked, "blogpage"):
        counted = others.among(rows, article).annotate(
            tags_shared=_count(tagged, "content_object"),
            services_shared=_count(linked, "blogpage"),
        )
        found = counted.values_list("tags_shared", "services_shared", "date", "pk")
        places |= {
            (tags + services, date, pk) for tags, services, date, pk in found[:COMPARED]
        }
    return [pk for *_, pk in sorted(places, reverse=True)[:RELATED]]


def _count(rows, article):
    """Count those of `rows` that belong to the article of the outer query."""
    own = rows.filter(**{article: OuterRef("pk")}).order_by().values(article)
    return Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0)


def _beside(article, side):
    # An article that is only previewed has no id yet. In this shape, the database
    # begins at the date, in its index.
    beyond = Q(**{f"date__{side}": article.date}) | Q(
        **{f"pk__{side}": article.pk or 0}
    )
    return Q(**{f"date__{side}e": article.date}) & beyond


def _arrange(article, found, related):
    """Tell apart what one query has found."""

    def place(page):
        return page.date, page.pk or 0

    here = place(article)
    return Nearby(
        previous=max((p for p in found if place(p) < here), key=place, default=None),
        next=min((p for p in found if place(p) > here), key=place, default=None),
        related=sorted(
            (page for page in found if page.pk in related),
            key=lambda page: related.index(page.pk),
        ),
    )
