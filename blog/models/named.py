"""Whom and what an article names, found with one query."""

from functools import cache
from typing import NamedTuple

from django.db.models import Value

from boulder_therapeutics.core.prepared import Prepared


class Named(NamedTuple):
    """Ids of people, in the order of the by-line, of categories, services and tags."""

    authors: tuple
    categories: tuple
    services: tuple
    tags: tuple


class Loaded:
    """The same of an article that knows some of it, looked up when it is needed."""

    def __init__(self, article):
        self.article = article

    @property
    def authors(self):
        return tuple(row.person_id for row in self.article.article_authors.all())

    @property
    def categories(self):
        return tuple(category.pk for category in self.article.categories.all())

    @property
    def services(self):
        return tuple(service.pk for service in self.article.services.all())

    @property
    def tags(self):
        return tuple(row.tag_id for row in self.article.tagged_items.all())


def find_named(article):
    """Return what `article` names, changes included that are only previewed."""
    if _is_loaded(article):
        return Loaded(article)
    rows = _prepare(type(article)).rows(pk=article.pk)
    rows.sort(key=lambda row: (row[0], row[1] or 0))
    return Named(
        *(tuple(pk for number, _, pk in rows if number == kind) for kind in range(4))
    )


def _is_loaded(article):
    """Tell whether anything has been changed, or looked up together with others."""
    state = vars(article)
    return bool(
        state.get("_cluster_related_objects") or state.get("_prefetched_objects_cache")
    )


@cache
def _prepare(model):
    """Return the query for kinds, positions and ids, for the id of an article."""

    def build(pk):
        authors = model.article_authors.rel.related_model.objects.filter(page=pk)
        categories = model.categories.through.objects.filter(blogpage=pk)
        services = model.services.through.objects.filter(blogpage=pk)
        tags = model.tagged_items.rel.related_model.objects.filter(content_object=pk)
        parts = [
            authors.order_by().values_list(Value(0), "sort_order", "person"),
            categories.values_list(Value(1), Value(0), "category"),
            services.values_list(Value(2), Value(0), "servicepage"),
            tags.order_by().values_list(Value(3), Value(0), "tag"),
        ]
        return parts[0].union(*parts[1:], all=True)

    return Prepared(build, pk=int)
