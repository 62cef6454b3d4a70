from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.core.management import call_command
from django.utils import timezone

from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor
from boulder_therapeutics.core.models import HomePage
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    PersonFactory,
    ServicePageFactory,
)
from tests.html import parse, text_of


def test_article_is_allowed_below_the_blog_only():
    assert BlogPage.allowed_parent_page_models() == [BlogIndexPage]
    assert BlogPage.allowed_subpage_models() == []


def test_article_is_shown(client, article):
    page = parse(client.get("/blog/runners-knee/"))
    assert text_of(page.find(".//h1")) == "Runner’s Knee"
    assert text_of(page.find(".//*[@class='prose']/p")) == "Some words."


def test_article_and_service_link_to_each_other(client, article, service):
    article.services = [service]
    article.save()
    assertContains(client.get(article.url), 'href="/services/knee-pain/"')
    assertContains(client.get(service.url), 'href="/blog/runners-knee/"')


def test_draft_is_not_listed_by_its_service(client, blog_index, service):
    draft = BlogPageFactory(parent=blog_index, live=False)
    draft.services = [service]
    draft.save()
    assertNotContains(client.get(service.url), draft.title)


def test_unpublished_service_is_not_linked(client, article, service_index):
    hidden = ServicePageFactory(parent=service_index, title="Hidden", live=False)
    article.services = [hidden]
    article.save()
    assertNotContains(client.get(article.url), "Hidden")


def test_byline_has_all_authors_in_order(client, blog_index):
    people = [
        PersonFactory(name="bt-admin", slug="bt-admin"),
        PersonFactory(name="Zoe"),
    ]
    article = BlogPageFactory(parent=blog_index, authors=people)
    links = parse(client.get(article.url)).findall(".//a[@rel='author']")
    assert [text_of(link) for link in links] == ["bt-admin", "Zoe"]
    assert links[0].get("href") == "/blog/author/bt-admin/"


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (220, 1), (660, 3)])
def test_reading_time_is_in_whole_minutes(words, minutes):
    page = BlogPage(body=[("paragraph", f"<p>{'word ' * words}</p>")])
    page.clean()
    assert page.reading_minutes == minutes


def test_neighbors_are_the_next_older_and_newer_article(blog_index):
    now = timezone.now()
    old, middle, new = (
        BlogPageFactory(parent=blog_index, date=now - timedelta(days=days))
        for days in [3, 2, 1]
    )
    assert (middle.related.previous, middle.related.next) == (old, new)
    assert old.related.previous is None
    assert new.related.next is None


def test_neighbors_include_articles_with_the_same_date(blog_index):
    now = timezone.now()
    first, second, third = (
        BlogPageFactory(parent=blog_index, date=now) for _ in range(3)
    )
    assert third.related.previous == second
    assert second.related.previous == first
    assert first.related.next == second


def test_draft_is_404(client, blog_index):
    draft = BlogPageFactory(parent=blog_index, live=False)
    assert client.get(f"/blog/{draft.slug}/").status_code == 404


@pytest.fixture
def publish(client, admin_user, blog_index):
    """Publish a new article in the admin."""

    def publish(authors):
        client.force_login(admin_user)
        data = nested_form_data(
            {
                "title": "New article",
                "slug": "new-article",
                "introduction": "A lead.",
                "date": "2026-03-04 09:00",
                "body": streamfield([("paragraph", rich_text("<p>Words.</p>"))]),
                "references": streamfield([]),
                "related_articles": streamfield([]),
                "tags": "running",
                "comments_open": "on",
                "article_authors": inline_formset(authors),
                "comments": inline_formset([]),
                "action-publish": "publish",
            }
        )
        return client.post(f"/admin/pages/add/blog/blogpage/{blog_index.pk}/", data)

    return publish


def test_editor_can_publish_an_article(publish):
    assert publish([{"person": PersonFactory().pk}]).status_code == 302
    assert BlogPage.objects.get(slug="new-article").live


def test_article_without_an_author_is_not_published(publish):
    publish([])
    assert not BlogPage.objects.exists()


def test_scheduled_article_is_published_on_time(client, blog_index, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    page = BlogPageFactory(parent=blog_index, live=False)
    page.go_live_at = start + timedelta(days=1)
    page.save_revision().publish()
    assert client.get(page.url_path.removeprefix("/home")).status_code == 404
    time_machine.move_to(start + timedelta(days=2), tick=False)
    call_command("publish_scheduled")
    assert client.get(f"/blog/{page.slug}/").status_code == 200


def test_preview_shows_changes_that_are_not_saved(article, service):
    article.title = "New title"
    article.services = [service]
    article.categories = [CategoryFactory(name="Education")]
    article.tags.add("running")
    article.article_authors = [BlogPageAuthor(person=PersonFactory(name="Ann Lee"))]
    preview = article.make_preview_request()
    for text in ["New title", "Knee Pain", "Education", "running", "Ann Lee"]:
        assertContains(preview, text)


def test_incomplete_article_has_a_preview(blog_index):
    page = BlogPage(title="Half", slug="half", introduction="", body=[])
    page.path, page.depth = blog_index.path + "0001", blog_index.depth + 1
    assert page.make_preview_request().status_code == 200


def test_empty_blocks_have_a_preview(blog_index):
    blocks = BlogPage._meta.get_field("body").stream_block.child_blocks
    page = BlogPageFactory(parent=blog_index)
    page.body = [(name, block.get_default()) for name, block in blocks.items()]
    assert page.make_preview_request().status_code == 200


def test_home_page_allows_the_blog_below_it():
    assert Page in HomePage.allowed_parent_page_models()
    assert BlogIndexPage in HomePage.allowed_subpage_models()


def test_links_in_all_paragraphs_take_one_query(
    client, blog_index, django_assert_num_queries
):
    link = '<p><a linktype="page" id="{}">There</a></p>'
    first, second = BlogPageFactory.create_batch(2, parent=blog_index)
    body = [("paragraph", link.format(page.pk)) for page in (first, second)]
    article = BlogPageFactory(parent=blog_index, body=body)
    response = client.get(article.url)
    for page in (first, second):
        assertContains(response, f'<a href="{page.url}">There</a>', html=True)
    with django_assert_num_queries(1):
        article.body.render_as_block()


def test_link_to_a_deleted_page_keeps_its_text(client, blog_index):
    body = [("paragraph", '<p><a linktype="page" id="999">There</a></p>')]
    article = BlogPageFactory(parent=blog_index, body=body)
    assertContains(client.get(article.url), "<a>There</a>", html=True)
