"""Code that relies on internals of other packages."""

from modelsearch.utils import get_descendants_content_types_pks

from django.apps import apps


def has_sqlite_index(results):
    """Return whether `results` come from the full-text index of SQLite."""
    return hasattr(results.query_compiler, "FTS_TABLE_FIELDS")


def find_in_sqlite(results, query, among=None):
    """Return the ids, as texts, of the pages that match, newest first or `among`.

    Why: on SQLite, the search lists all matches before it filters and limits them,
    which takes seconds for a word that 50,000 articles contain. The index itself can
    be read in the order of its rows.
    Uses: the query compiler and `MatchExpression` of modelsearch, not documented.
    Link: https://github.com/wagtail/django-modelsearch,
    modelsearch/backends/database/sqlite/sqlite.py
    Until: that backend limits inside of the index, or SQLite is no longer supported.
    """
    # Can be imported only if the database is SQLite.
    from modelsearch.backends.database.sqlite.query import MatchExpression

    compiler = results.query_compiler
    match = MatchExpression(
        compiler.FTS_TABLE_FIELDS, compiler.build_search_query(query)
    )
    # The index contains images and documents, too, which have ids of their own.
    kinds = get_descendants_content_types_pks(compiler.queryset.model)
    rows = apps.get_model("wagtailsearch.SQLiteFTSIndexEntry").objects.filter(
        match, index_entry__content_type__in=kinds
    )
    if among is None:
        rows = rows.order_by("-pk")
    else:
        # Without an order, for which SQLite would read all matches.
        entries = apps.get_model("wagtailsearch.IndexEntry").objects.filter(
            content_type__in=kinds, object_id__in=list(map(str, among))
        )
        rows = rows.filter(pk__in=list(entries.values_list("pk", flat=True)))
    return rows.values_list("index_entry__object_id", flat=True)
