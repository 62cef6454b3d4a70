"""What an article leads to: those before and after it, and the nearest in subject."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, Subquery

from boulder_therapeutics.pagecache import tag, untracked

from ..covers import share_covers

RELATED = 3
# So many of the newest uses of its tags and services are compared.
COMPARED = 400
# Some of the nearest may be drafts.
SPARE = 12


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
    older = others.filter(_beside(article, "lt"))
    newer = others.filter(_beside(article, "gt")).order_by("date", "pk")
    with untracked():
        shared = _count_shared(article, tags, services)
        best = sorted(shared, key=lambda pk: (shared[pk], pk), reverse=True)[:SPARE]
        beside = [Subquery(side.values("pk")[:1]) for side in (older, newer)]
        found = list(others.for_cards().filter(id__in=[*beside, *best]))
        nearby = _arrange(article, found, shared)
    # Of those before and after, only the title is shown.
    shown = {nearby.previous, nearby.next, *nearby.related} - {None}
    tag(*(f"page-{page.pk}" for page in shown))
    return nearby


def _count_shared(article, tags, services):
    """Return how many tags and services others share with `article`, by their ids.

    Also of those that nobody may read, who are as many as there are drafts.
    """
    tagged = type(article).tagged_items.rel.related_model.objects.filter(tag__in=tags)
    linked = type(article).services.through.objects.filter(servicepage__in=services)
    uses = tagged.values_list("content_object_id").union(
        linked.values_list("blogpage_id"), all=True
    )
    newest = uses.order_by("-content_object_id")[:COMPARED]
    shared = Counter(pk for (pk,) in newest)
    shared.pop(article.pk, None)
    return shared


def _beside(article, side):
    # An article that is only previewed has no id yet. In this shape, the database
    # begins at the date, in its index.
    beyond = Q(**{f"date__{side}": article.date}) | Q(
        **{f"pk__{side}": article.pk or 0}
    )
    return Q(**{f"date__{side}e": article.date}) & beyond


def _arrange(article, found, shared):
    """Tell apart what one query has found."""

    def place(page):
        return page.date, page.pk or 0

    here = place(article)
    related = [page for page in found if page.pk in shared]
    related.sort(key=lambda page: (shared[page.pk], *place(page)), reverse=True)
    return Nearby(
        previous=max((p for p in found if place(p) < here), key=place, default=None),
        next=min((p for p in found if place(p) > here), key=place, default=None),
        related=share_covers(related[:RELATED]),
    )
