"""What an article leads to: those before and after it, and the nearest in subject."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, Subquery

from boulder_therapeutics.pagecache import tag, untracked

from ..covers import share_covers

RELATED = 3
# So many of the newest articles with each of its tags and services are compared.
COMPARED = 200
MOST_SUBJECTS = 50  # tags, and services as well
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
    _, tags, services = article.place
    # Purged when another comes between this one and what is beside it.
    tag(f"self-{article.pk}")
    # Which articles there are; for what they say see below.
    tag(*(f"tag-count-{pk}" for pk in tags))
    tag(*(f"service-count-{pk}" for pk in services))
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
    # The dates of those that are not shown decide, too.
    tag(*(f"page-{page.pk}" for page in found))
    return nearby


def _count_shared(article, tags, services):
    """Return how many tags and services others share with `article`, by their ids.

    Also of those that nobody may read, who are as many as there are drafts.
    """
    tagged = type(article).tagged_items.rel.related_model
    linked = type(article).services.through
    # More parts than that SQLite does not take.
    tags, services = tags[:MOST_SUBJECTS], services[:MOST_SUBJECTS]
    parts = [_newest_of(tagged, "content_object", "tag") for _ in tags]
    parts += [_newest_of(linked, "blogpage", "servicepage") for _ in services]
    if not parts:
        return Counter()
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [*tags, *services])
        shared = Counter(pk for (pk,) in cursor.fetchall())
    shared.pop(article.pk, None)
    return shared


def _newest_of(model, article, subject):
    """Return SQL for the newest articles with a subject, which an index begins with.

    Django does not limit the parts of a union for SQLite.
    """
    quote, field = connection.ops.quote_name, model._meta.get_field
    table, article = quote(model._meta.db_table), quote(field(article).column)
    return (
        f"SELECT * FROM (SELECT {article} FROM {table} "  # noqa: S608 - names of ours
        f"WHERE {quote(field(subject).column)} = %s "
        f"ORDER BY {article} DESC LIMIT {COMPARED}) AS part"
    )


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
