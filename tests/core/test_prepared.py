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

    prepared = Prepared(build, str, int)
    for article in articles:
        (found,) = prepared.objects(article.slug, article.depth)
        expected = BlogPage.objects.get(pk=article.pk)
        for field in BlogPage._meta.concrete_fields:
            name = field.attname
            assert getattr(found, name) == getattr(expected, name), name
    assert prepared.objects("nothing", articles[0].depth) == []


def test_rows_are_those_of_the_queryset(articles):
    prepared = Prepared(
        lambda pk: BlogPage.objects.filter(pk=pk).values_list("slug", "pk"), int
    )
    for article in articles:
        assert prepared.rows(article.pk) == [(article.slug, article.pk)]


def test_statement_is_written_once(articles):
    built = []

    def build(pk):
        built.append(pk)
        return BlogPage.objects.filter(pk=pk)

    prepared = Prepared(build, int)
    assert [prepared.objects(a.pk) for a in articles] == [[a] for a in articles]
    assert len(built) == 1


def test_argument_that_is_not_just_compared_is_refused(db):
    prepared = Prepared(lambda word: BlogPage.objects.filter(slug__contains=word), str)
    with pytest.raises(TypeError):
        prepared.objects("knee")
