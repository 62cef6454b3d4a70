"""The newest pages that hold some words, quickly also where very many do."""

from modelsearch.utils import get_descendants_content_types_pks

from django.apps import apps


def find_newest(pages, words, most, among=None):
    """Return the ids of the newest of `pages` that `words`, a search query, finds.

    With ids of pages in `among`, only those. PostgreSQL stops at the last that is
    wanted. SQLite would list all that hold the words before it looks which are wanted,
    unless it is asked for the places of its index.
    """
    if among is not None:
        pages = pages.filter(id__in=among)
    results = pages.order_by("-id").search(words, order_by_relevance=False)
    if hasattr(results.query_compiler, "FTS_TABLE_FIELDS"):
        found = _find_in_sqlite(results.query_compiler, words, among)
        # Some of them may be drafts.
        found = list(map(int, found[: 2 * most]))
        results = pages.filter(id__in=found).order_by("-id")
        return list(results.values_list("id", flat=True)[:most])
    # Asked for more, PostgreSQL is less inclined to look for a rare word page by page.
    found = results[: 2 * most].get_queryset().values_list("pk", flat=True)
    return list(found)[:most]


def _find_in_sqlite(compiler, words, among):
    """Return the ids, as texts, of what the query finds, newest first or `among`."""
    # It has no index but where the database is SQLite.
    from modelsearch.backends.database.sqlite.query import MatchExpression

    query = compiler.build_search_query(words)
    match = MatchExpression(compiler.FTS_TABLE_FIELDS, query)
    # The index holds pictures and documents, too, with numbers of their own.
    kinds = get_descendants_content_types_pks(compiler.queryset.model)
    places = apps.get_model("wagtailsearch.SQLiteFTSIndexEntry").objects.filter(
        match, index_entry__content_type__in=kinds
    )
    if among is None:
        places = places.order_by("-pk")
    else:
        # In no order, for which SQLite would look at all that hold the words.
        own = apps.get_model("wagtailsearch.IndexEntry").objects.filter(
            content_type__in=kinds, object_id__in=list(map(str, among))
        )
        places = places.filter(pk__in=list(own.values_list("pk", flat=True)))
    return places.values_list("index_entry__object_id", flat=True)
