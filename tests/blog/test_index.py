from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains

from django.utils import timezone

from wagtail.models import PageViewRestriction

from blog.models import BlogIndexPage, BlogPage
from blog.models.index import ARTICLES_PER_PAGE
from boulder_therapeutics.core.models import HomePage
from tests.factories import BlogPageFactory, CategoryFactory, PersonFactory
from tests.html import parse, text_of


def listed(response):
    assert response.status_code == 200
    return [article.title for article in response.context["articles"]]


def test_blog_is_allowed_below_the_home_page_only():
    assert BlogIndexPage.allowed_parent_page_models() == [HomePage]
    assert BlogIndexPage.allowed_subpage_models() == [BlogPage]


def test_newest_article_comes_first(client, blog_index):
    now = timezone.now()
    for title, days in [("Old", 9), ("New", 1), ("Middle", 5)]:
        BlogPageFactory(parent=blog_index, title=title, date=now - timedelta(days=days))
    assert listed(client.get("/blog/")) == ["New", "Middle", "Old"]


def test_pinned_article_comes_before_newer_ones_in_the_list_of_all(client, blog_index):
    category = CategoryFactory(slug="running")
    old = {"date": timezone.now() - timedelta(days=9), "categories": [category]}
    BlogPageFactory(parent=blog_index, title="Old", pinned=True, **old)
    BlogPageFactory(parent=blog_index, title="New", categories=[category])
    assert listed(client.get("/blog/")) == ["Old", "New"]
    assert b"Pinned" in client.get("/blog/").content
    assert listed(client.get("/blog/category/running/")) == ["New", "Old"]
    assert b"Pinned" not in client.get("/blog/category/running/").content


def test_draft_and_restricted_article_are_not_listed(client, blog_index):
    BlogPageFactory(parent=blog_index, live=False)
    private = BlogPageFactory(parent=blog_index)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert listed(client.get("/blog/")) == []


def test_list_is_paginated(client, blog_index):
    BlogPageFactory.create_batch(ARTICLES_PER_PAGE + 1, parent=blog_index)
    assert len(listed(client.get("/blog/"))) == ARTICLES_PER_PAGE
    assert len(listed(client.get("/blog/?page=2"))) == 1


@pytest.mark.parametrize("page", ["0", "-1", "abc", "3", "9" * 20, "1e9", "%00", ""])
def test_unknown_page_of_a_list_is_404(client, blog_index, page):
    BlogPageFactory(parent=blog_index)
    assert client.get(f"/blog/?page={page}").status_code == 404


def test_list_of_a_category_marks_its_parent_as_current(client, blog_index):
    education = CategoryFactory(name="Education", slug="education")
    CategoryFactory(slug="running", parent=education)
    page = parse(client.get("/blog/category/running/"))
    current = page.findall(".//a[@class='pill'][@aria-current='true']")
    assert [text_of(pill) for pill in current] == ["Education"]


def test_category_lists_its_own_articles_and_those_below(client, blog_index):
    education = CategoryFactory(name="Education", slug="education")
    running = CategoryFactory(slug="running", parent=education)
    for title, categories in [
        ("General", [education]),
        ("Special", [running]),
        ("Both", [education, running]),
        ("Other", [CategoryFactory()]),
    ]:
        page = BlogPageFactory(parent=blog_index, title=title)
        page.categories = categories
        page.save()
    response = client.get("/blog/category/education/")
    assert sorted(listed(response)) == ["Both", "General", "Special"]
    assertContains(response, "<h1>Education</h1>", html=True)


def test_tag_lists_its_articles(client, blog_index):
    page = BlogPageFactory(parent=blog_index, title="Tagged")
    page.tags.add("running")
    page.save()
    BlogPageFactory(parent=blog_index)
    assert listed(client.get("/blog/tag/running/")) == ["Tagged"]


def test_author_lists_only_their_articles(client, blog_index):
    author = PersonFactory(name="bt-admin", slug="bt-admin")
    BlogPageFactory(parent=blog_index, title="Mine", authors=[author])
    BlogPageFactory(parent=blog_index)
    assert listed(client.get("/blog/author/bt-admin/")) == ["Mine"]


@pytest.mark.parametrize("archive", ["category", "tag", "author"])
def test_unknown_list_is_404_in_the_design_of_the_site(client, blog_index, archive):
    response = client.get(f"/blog/{archive}/unknown/")
    assertContains(response, "Off the trail", status_code=404)


def test_empty_category_links_to_all_articles(client, blog_index):
    CategoryFactory(slug="empty")
    response = client.get("/blog/category/empty/")
    assert listed(response) == []
    assertContains(response, '<a href="/blog/">See all articles</a>', html=True)
