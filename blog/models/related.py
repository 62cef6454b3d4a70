"""The articles before and after an article, and the most closely related ones."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, Subquery

MAX_RELATED = 3
# How many of the newest articles that share a tag or service are compared.
MAX_COMPARED = 600
# More than are shown, because some of them may be drafts.
CANDIDATES = 12


@dataclass
class Related:
    """Articles related to another, those that an editor chose first.

    `previous` and `next` may be None.
    """

    previous: object
    next: object
    most_related: list


def find_related(article):
    """Return the articles related to `article`, with two queries."""
    chosen = [block["value"] for block in article.related_articles.raw_data]
    shared = _count_shared(article)
    best = sorted(shared, key=lambda pk: (shared[pk], pk), reverse=True)[:CANDIDATES]
    others = type(article).objects.published().exclude(pk=article.pk)
    others = others.filter(locale=article.locale_id)
    older = others.filter(_beyond(article, "lt"))
    newer = others.filter(_beyond(article, "gt")).order_by("date", "pk")
    neighbors = [Subquery(side.values("pk")[:1]) for side in (older, newer)]
    found = others.for_cards().filter(id__in=[*neighbors, *best, *filter(None, chosen)])
    return _arrange(article, found, shared, chosen)


def _count_shared(article):
    """Return a Counter of the tags and services shared with other articles, by id."""
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
    # A previewed article may have no id. Written so that the database can use the index
    # of dates.
    beyond = Q(**{f"date__{side}": article.date}) | Q(
        **{f"pk__{side}": article.pk or 0}
    )
    return Q(**{f"date__{side}e": article.date}) & beyond


def _arrange(article, found, shared, chosen):
    """Divide the articles of one query into neighbors and related articles."""

    def position(page):
        return page.date, page.pk or 0

    here, found = position(article), list(found)
    by_editor = [page for page in found if page.pk in chosen]
    by_editor.sort(key=lambda page: chosen.index(page.pk))
    related = [page for page in found if page.pk in shared and page.pk not in chosen]
    related.sort(key=lambda page: (shared[page.pk], *position(page)), reverse=True)
    older = [page for page in found if position(page) < here]
    newer = [page for page in found if position(page) > here]
    return Related(
        previous=max(older, key=position, default=None),
        next=min(newer, key=position, default=None),
        most_related=[*by_editor, *related][:MAX_RELATED],
    )
