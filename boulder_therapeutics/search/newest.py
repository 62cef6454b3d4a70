"""The newest pages that match a search query."""

from .workarounds import find_in_sqlite, has_sqlite_index


def find_newest(pages, query, most, among=None):
    """Return the ids of the newest of `pages` that match `query`, at most `most`.

    `among` limits the search to pages with these ids. Fast for words that most pages
    contain, too: no more rows are read than needed.
    """
    if among is not None:
        pages = pages.filter(id__in=among)
    results = pages.order_by("-id").search(query, order_by_relevance=False)
    # With a smaller limit, PostgreSQL would look for a rare word page by page.
    limit = 2 * most
    if has_sqlite_index(results):
        # Some of the ids may be those of drafts.
        ids = find_in_sqlite(results, query, among)[:limit]
        results = pages.filter(id__in=list(map(int, ids))).order_by("-id")
        return list(results.values_list("id", flat=True)[:most])
    ids = results[:limit].get_queryset().values_list("pk", flat=True)
    return list(ids)[:most]
