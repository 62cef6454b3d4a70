"""Pages that an editor has hidden from search engines."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from wagtail.models import Page, get_page_models

from boulder_therapeutics.core.publishing.indexing import IndexingMixin
from boulder_therapeutics.core.publishing.scheduling import SchedulingMixin

ROBOTS = '<meta name="robots" content="noindex">'


@pytest.fixture
def hide():
    """Hide a page from search engines."""

    def hide(page):
        page.noindex = True
        page.save()
        return page

    return hide


@pytest.mark.parametrize("mixin", [IndexingMixin, SchedulingMixin])
def test_every_page_type_has_the_mixin(mixin):
    assert all(issubclass(model, mixin) for model in get_page_models() if model != Page)


def test_hidden_page_asks_not_to_be_indexed(client, article, service, hide):
    hide(article)
    assertContains(client.get(article.url), ROBOTS, html=True)
    assertNotContains(client.get(service.url), ROBOTS, html=True)


@pytest.mark.parametrize("path", ["/sitemap.xml", "/llms.txt"])
def test_hidden_page_is_not_listed_for_programs(client, article, service, path, hide):
    hide(article)
    assertNotContains(client.get(path), article.url)
    assertContains(client.get(path), service.url)


def test_lists_of_a_hidden_blog_are_hidden_but_its_articles_are_not(
    client, article, blog_index, hide
):
    hide(blog_index)
    author = f"/blog/author/{article.authors[0].slug}/"
    assertContains(client.get(author), ROBOTS, html=True)
    assertNotContains(client.get("/sitemap.xml"), author)
    for path in ["/sitemap.xml", "/llms.txt"]:
        assertContains(client.get(path), article.url)
        assertNotContains(client.get(path), "testserver/blog/<")
        assertNotContains(client.get(path), "testserver/blog/)")


def test_search_of_the_site_finds_a_hidden_page(client, article, hide):
    hide(article)
    assertContains(client.get("/search/?q=runner"), article.url)
