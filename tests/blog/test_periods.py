"""The articles of a year or month, as WordPress lists them."""

from datetime import datetime

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from django.core.exceptions import ValidationError
from django.utils import timezone

from blog.models.index import ARTICLES_PER_PAGE
from tests.blog.test_index import listed
from tests.factories import BlogPageFactory
from tests.html import parse, text_of
from tests.test_queries import count_queries


@pytest.fixture
def publish(blog_index):
    """Publish an article at a time in the site's time zone."""

    def publish(*moment, **fields):
        date = timezone.make_aware(datetime(*moment))
        return BlogPageFactory(parent=blog_index, date=date, **fields)

    return publish


def links(response):
    """Return the text and URL of each link to a year or month."""
    nav = parse(response).find(".//nav[@class='periods']")
    return {} if nav is None else {text_of(a): a.get("href") for a in nav.iter("a")}


def test_year_and_month_list_their_articles(client, publish):
    publish(2025, 12, 31, 23, 59, title="Last")
    publish(2026, 1, 1, 0, 0, title="First")
    publish(2026, 3, 31, 23, 59, title="March")
    assert listed(client.get("/blog/2025/")) == ["Last"]
    assert listed(client.get("/blog/2026/")) == ["March", "First"]
    assert listed(client.get("/blog/2026/03/")) == ["March"]
    assert listed(client.get("/blog/2025/12/")) == ["Last"]


@pytest.mark.parametrize(
    "path",
    ["2025/", "2026/02/", "2026/13/", "2026/003/", "0000/", "2026/00/"],
)
def test_period_without_articles_is_404(client, publish, path):
    publish(2026, 3, 1)
    publish(2025, 3, 1, live=False)
    assert client.get(f"/blog/{path}").status_code == 404


def test_month_without_its_zero_redirects(client, publish):
    publish(2026, 3, 1)
    response = client.get("/blog/2026/3/")
    assertRedirects(response, "/blog/2026/03/", status_code=301)


def test_blog_links_to_years_and_a_year_to_its_months(client, publish):
    publish(2024, 5, 1)
    publish(2026, 3, 1)
    publish(2026, 11, 1)
    publish(2025, 3, 1, live=False)
    years = {"2026": "/blog/2026/", "2024": "/blog/2024/"}
    months = {"March": "/blog/2026/03/", "November": "/blog/2026/11/"}
    assert links(client.get("/blog/")) == years
    assert links(client.get("/blog/2026/")) == links(client.get("/blog/2026/03/"))
    assert links(client.get("/blog/2026/")) == years | months


def test_empty_blog_links_to_no_year(client, blog_index):
    assert links(client.get("/blog/")) == {}


def test_month_is_named_paginated_and_not_indexed(client, publish):
    for day in range(ARTICLES_PER_PAGE + 1):
        publish(2026, 3, day + 1)
    response = client.get("/blog/2026/03/?page=2")
    assert len(listed(response)) == 1
    assertContains(response, "<h1>March 2026</h1>", html=True)
    assertContains(response, '<span aria-current="page">March 2026</span>', html=True)
    assertContains(response, "<title>March 2026, page 2")
    assertContains(response, '<meta name="robots" content="noindex">')
    assertContains(response, 'href="http://testserver/blog/2026/03/?page=2"')
    assert "/blog/2026/" not in client.get("/sitemap.xml").text


def test_mistyped_date_does_not_hide_the_other_years(client, publish):
    publish(1026, 3, 1)
    publish(2026, 3, 1)
    assert list(links(client.get("/blog/"))) == ["2026"]


def test_number_of_queries_does_not_grow_with_years(client, publish):
    publish(2026, 3, 1)
    few = [count_queries(client, f"/blog/{path}") for path in ["", "2026/"]]
    for year in range(2000, 2026):
        publish(year, 4, 1)
    many = [count_queries(client, f"/blog/{path}") for path in ["", "2026/"]]
    assert many == few


def test_article_cannot_take_the_url_of_a_year(article):
    article.slug = "2026"
    with pytest.raises(ValidationError, match="articles of a year"):
        article.full_clean()
