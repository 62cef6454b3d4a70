"""The articles before and after an article, and those most closely related to it."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, Subquery

MAX_RELATED = 3
# How many of the newest articles that share a tag or service are compared.
MAX_COMPARED = 600
# Some of the most related may be drafts.
CANDIDATES = 12


@dataclass
class Related:
    """Articles for cards and links; `previous` and `next` may be None."""

    previous: object
    next: object
    most_related: list


def find_related(article):
    """Return the articles related to `article`, with two queries."""
    shared = _count_shared(article)
    best = sorted(shared, key=lambda pk: (shared[pk], pk), reverse=True)[:CANDIDATES]
    others = type(article).objects.published().exclude(pk=article.pk)
    older = others.filter(_beyond(article, "lt"))
    newer = others.filter(_beyond(article, "gt")).order_by("date", "pk")
    neighbors = [Subquery(side.values("pk")[:1]) for side in (older, newer)]
    found = others.for_cards().filter(id__in=[*neighbors, *best])
    return _arrange(article, found, shared)


def _count_shared(article):
    """Return the number of shared tags and services by the id of other articles."""
    model = type(article)
    tagged = model.tagged_items.rel.related_model.objects.filter(
        tag__in=[tag.pk for tag in article.linked_tags]
    ).order_by()
    linked = model.services.through.objects.filter(
        servicepage__in=[service.pk for service in article.linked_services]
    )
    rows = tagged.values_list("content_object_id").union(
        linked.values_list("blogpage_id"), all=True
    )
    rows = rows.order_by("-content_object_id")[:MAX_COMPARED]
    shared = Counter(pk for (pk,) in rows)
    shared.pop(article.pk, None)
    return shared


def _beyond(article, side):
    # An article in a preview may have no id. This shape lets the database start at the
    # date in its index.
    beyond = Q(**{f"date__{side}": article.date}) | Q(
        **{f"pk__{side}": article.pk or 0}
    )
    return Q(**{f"date__{side}e": article.date}) & beyond


def _arrange(article, found, shared):
    """Sort out which of the articles that one query has found is which."""

    def position(page):
        return page.date, page.pk or 0

    here, found = position(article), list(found)
    related = [page for page in found if page.pk in shared]
    related.sort(key=lambda page: (shared[page.pk], *position(page)), reverse=True)
    older = [page for page in found if position(page) < here]
    newer = [page for page in found if position(page) > here]
    return Related(
        previous=max(older, key=position, default=None),
        next=min(newer, key=position, default=None),
        most_related=related[:MAX_RELATED],
    )
