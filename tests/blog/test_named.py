"""Whom and what an article names."""

import pytest

from blog.models import BlogPage, BlogPageAuthor
from tests.factories import BlogPageFactory, CategoryFactory, PersonFactory


@pytest.fixture
def article(blog_index, service):
    """An article that names something of each kind."""
    article = BlogPageFactory(parent=blog_index, authors=[PersonFactory(name="Ann")])
    article.categories = [CategoryFactory(name="Running"), CategoryFactory(name="Hips")]
    article.services = [service]
    article.tags.add("stairs", "hills")
    article.reviewed_by = PersonFactory(name="Bob")
    article.save()
    return article


def names(article):
    """Return what an article names, each kind as one text."""
    kinds = [article.authors, article.linked_categories, article.linked_tags]
    return [", ".join(thing.name for thing in kind) for kind in kinds]


def test_everything_is_found_with_one_query_for_ids(
    article, service, django_assert_num_queries
):
    article = BlogPage.objects.get(pk=article.pk)
    with django_assert_num_queries(1):
        article.named  # noqa: B018 - looked up here
    assert names(article) == ["Ann", "Hips, Running", "hills, stairs"]
    assert article.linked_services == [service]
    assert article.reviewer.name == "Bob"


def test_what_is_not_saved_yet_is_previewed(article):
    article = BlogPage.objects.get(pk=article.pk)
    article.categories = [CategoryFactory(name="Knees")]
    article.article_authors = [
        BlogPageAuthor(person=PersonFactory(name=name)) for name in ["Zoe", "Cal"]
    ]
    article.tags.clear()
    article.services, article.reviewed_by = [], None
    assert names(article) == ["Zoe, Cal", "Knees", ""]
    assert article.linked_services == []
    assert article.reviewer is None


def test_by_line_keeps_its_order(article):
    people = [PersonFactory(name=name) for name in "CAB"]
    article.article_authors = [
        BlogPageAuthor(person=person, sort_order=number)
        for number, person in enumerate(people[::-1])
    ]
    article.save()
    assert names(BlogPage.objects.get(pk=article.pk))[0] == "B, A, C"


def test_article_without_any_names_nothing(blog_index):
    article = BlogPage(title="New")
    assert names(article) == ["", "", ""]
