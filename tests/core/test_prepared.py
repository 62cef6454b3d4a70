"""Statements are written once, and answer as the querysets do that they come from."""

import datetime

import pytest

from blog.models import BlogPage
from boulder_therapeutics.core.prepared import Prepared
from tests.factories import BlogPageFactory


@pytest.fixture
def articles(blog_index):
    """Two articles that have been reviewed."""
    day = datetime.date(2026, 3, 4)
    return [BlogPageFactory(parent=blog_index, reviewed_on=day) for _ in range(2)]


def test_objects_are_those_of_the_queryset(articles):
    def build(slug, depth):
        return BlogPage.objects.filter(slug=slug, depth=depth, live=True)

    prepared = Prepared(build, slug=str, depth=int)
    for article in articles:
        (found,) = prepared.objects(slug=article.slug, depth=article.depth)
        expected = BlogPage.objects.get(pk=article.pk)
        for field in BlogPage._meta.concrete_fields:
            name = field.attname
            assert getattr(found, name) == getattr(expected, name), name
    assert prepared.objects(slug="nothing", depth=articles[0].depth) == []


def test_rows_are_those_of_the_queryset(articles):
    prepared = Prepared(
        lambda pk: BlogPage.objects.filter(pk=pk).values_list("pk", "live", "date"),
        pk=int,
    )
    for article in articles:
        assert prepared.rows(pk=article.pk) == [(article.pk, True, article.date)]


def test_statement_is_written_once(articles):
    built = []

    def build(pk):
        built.append(pk)
        return BlogPage.objects.filter(pk=pk)

    prepared = Prepared(build, pk=int)
    assert [prepared.objects(pk=a.pk) for a in articles] == [[a] for a in articles]
    assert len(built) == 1


def test_argument_that_is_not_just_compared_is_refused(db):
    prepared = Prepared(
        lambda word: BlogPage.objects.filter(slug__contains=word), word=str
    )
    with pytest.raises(TypeError):
        prepared.objects(word="knee")
