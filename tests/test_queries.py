"""The number of queries of a page does not depend on the number of articles."""

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import Page

from blog.comments.models import Comment
from tests.core.test_languages import translate
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    ImageFactory,
    PersonFactory,
    StandardPageFactory,
    TherapistPageFactory,
)

FEW, MANY = 5, 60
QUERIES = {
    "/": 12,  # with the pages and pictures of therapists
    "/services/": 8,
    "/services/knee-pain/": 12,  # with its therapists, their pages and pictures
    "/about/": 9,
    "/about/ann/": 11,
    "/blog/": 13,
    "/blog/runners-knee/": 17,
    "/blog/category/education/": 15,
    "/blog/feed/": 12,
}


def add_articles(count, blog_index, service, category, cover):
    """Add articles with everything that a card can show."""
    for _ in range(count):
        page = BlogPageFactory(parent=Page.objects.get(pk=blog_index.pk), cover=cover)
        page.services = [service]
        page.categories = [category]
        page.save()


def add_therapist(about, service, **fields):
    """Add a therapist with a picture, a page, and a service."""
    person = PersonFactory(is_therapist=True, picture=ImageFactory())
    about = Page.objects.get(pk=about.pk)
    TherapistPageFactory(parent=about, person=person, **fields)
    service.therapists.add(person)
    service.save()


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


def count_queries(client, url):
    """Return the number of queries of a second request, with content types cached."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.fixture
def full_site(article, blog_index, service, contact_page, home):
    category = CategoryFactory(slug="education")
    article.services = [service]
    article.categories = [category]
    article.cover = ImageFactory()
    article.save()
    about = StandardPageFactory(parent=home, slug="about", show_team=True)
    add_therapist(about, service, slug="ann")
    return blog_index, service, category, article.cover


def test_number_of_queries_does_not_grow(client, article, service, full_site):
    about = Page.objects.get(slug="about")
    add_articles(FEW, *full_site)
    add_comments(FEW, article)
    few = {url: count_queries(client, url) for url in QUERIES}
    add_articles(MANY - FEW, *full_site)
    add_comments(MANY - FEW, article)
    for _ in range(FEW):
        add_therapist(about, service)
    assert {url: count_queries(client, url) for url in QUERIES} == few
    assert few == QUERIES


def test_second_language_costs_a_page_one_query(client, home, full_site):
    one_language = {url: count_queries(client, url) for url in QUERIES}
    translate(home)
    for url, queries in one_language.items():
        links_languages = url != "/blog/feed/"
        assert count_queries(client, url) == queries + links_languages, url
