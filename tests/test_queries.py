"""The number of queries of a page does not depend on how much there is."""

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import Page

from blog.comments.models import Comment
from tests.factories import BlogPageFactory, ImageFactory

FEW, MANY, MOST_QUERIES = 5, 60, 20
ADDRESSES = [
    "/",
    "/services/",
    "/services/knee-pain/",
    "/blog/",
    "/blog/runners-knee/",
    "/blog/category/education/",
    "/blog/feed/",
]


def add_articles(count, blog_index, service, category, cover):
    """Add articles that have everything a card can show."""
    for _ in range(count):
        page = BlogPageFactory(parent=Page.objects.get(pk=blog_index.pk), cover=cover)
        page.services = [service]
        page.categories = [category]
        page.save()


def add_comments(count, article):
    """Add visible comments, every second one a reply."""
    start = Comment.objects.count()
    for number in range(start, start + count, 2):
        comment = add_comment(article, number)
        add_comment(article, number + 1, parent=comment, root=comment)


def add_comment(article, number, **thread):
    """Add one visible comment."""
    return Comment.objects.create(
        page=article,
        name="Reader",
        text="Words.",
        status=Comment.Status.APPROVED,
        is_visible=True,
        submission_key=f"many-{number}",
        **thread,
    )


def count_queries(client, address):
    """Count the queries of a second visit, when what never changes is known."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.fixture
def full_site(article, blog_index, service, contact_page):
    from tests.factories import CategoryFactory

    category = CategoryFactory(slug="education")
    article.services = [service]
    article.categories = [category]
    article.cover = ImageFactory()
    article.save()
    return blog_index, service, category, article.cover


def test_number_of_queries_does_not_grow(client, article, full_site):
    add_articles(FEW, *full_site)
    add_comments(FEW, article)
    few = {address: count_queries(client, address) for address in ADDRESSES}
    add_articles(MANY - FEW, *full_site)
    add_comments(MANY - FEW, article)
    many = {address: count_queries(client, address) for address in ADDRESSES}
    # A second page of a list needs no more than its links.
    assert many == few
    assert max(many.values()) <= MOST_QUERIES, many
