"""Exports of many articles: each is rendered once, with few queries."""

import pytest

from django.db import connection
from django.test.signals import template_rendered
from django.test.utils import CaptureQueriesContext

from boulder_therapeutics.transfer.export.write import export_site
from tests.factories import BlogPageFactory, CategoryFactory, CommentFactory

from .conftest import filled_site

BODY = [{"type": "paragraph", "value": "<p>Some words.</p>"}]
# Its view restrictions; the other rows are loaded for many articles at once.
QUERIES = 1


def add_articles(blog_index, number):
    for _ in range(number):
        article = BlogPageFactory(parent=blog_index, body=BODY)
        article.tags.add("running")
        article.categories = [CategoryFactory()]
        article.save_revision().publish()
        CommentFactory(page=article)


def queries_of_export(folder):
    with CaptureQueriesContext(connection) as queries:
        export_site(folder)
    return [query["sql"] for query in queries]


@pytest.mark.django_db
def test_each_article_is_rendered_once_with_few_queries(tmp_path, rendered_templates):
    with filled_site() as article:
        blog_index = article.get_parent()
        add_articles(blog_index, 2)
        queries_of_export(tmp_path / "once")  # loads content types and settings
        few = queries_of_export(tmp_path / "few")
        add_articles(blog_index, 4)
        rendered_templates.clear()
        many = queries_of_export(tmp_path / "many")
    assert len(many) - len(few) <= 4 * QUERIES
    assert rendered_templates.count("transfer/article.html") == 4 + 2 + 3
    assert "blog/blog_page.html" not in rendered_templates


@pytest.fixture
def rendered_templates():
    """The names of the templates that were rendered."""
    names = []

    def note(template, **kwargs):
        names.append(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)
