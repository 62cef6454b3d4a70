from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains

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


def test_article_stands_below_the_blog_only():
    assert BlogPage.allowed_parent_page_models() == [BlogIndexPage]
    assert BlogPage.allowed_subpage_models() == []


def test_article_is_shown(client, article):
    response = client.get("/blog/runners-knee/")
    assert response.status_code == 200
    assert "<h1" in response.content.decode()
    assert "Some words." in response.content.decode()


def test_article_and_service_list_each_other(client, article, service):
    article.services = [service]
    article.save()
    assert 'href="/services/knee-pain/"' in client.get(article.url).content.decode()
    assert 'href="/blog/runners-knee/"' in client.get(service.url).content.decode()


def test_draft_is_not_listed_by_its_service(client, blog_index, service):
    draft = BlogPageFactory(parent=blog_index, live=False)
    draft.services = [service]
    draft.save()
    assert draft.title not in client.get(service.url).content.decode()


def test_unpublished_service_is_not_linked(client, article, service_index):
    hidden = ServicePageFactory(parent=service_index, title="Hidden", live=False)
    article.services = [hidden]
    article.save()
    assert "Hidden" not in client.get(article.url).content.decode()


def test_by_line_names_all_authors_in_order(client, blog_index):
    people = [
        PersonFactory(name="bt-admin", slug="bt-admin"),
        PersonFactory(name="Zoe"),
    ]
    article = BlogPageFactory(parent=blog_index, authors=people)
    assert [person.name for person in article.authors] == ["bt-admin", "Zoe"]
    assert 'href="/blog/author/bt-admin/"' in client.get(article.url).content.decode()


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (220, 1), (660, 3)])
def test_reading_time_is_counted_in_minutes(words, minutes):
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


def test_articles_of_the_same_moment_are_all_reached(blog_index):
    now = timezone.now()
    first, second, third = (
        BlogPageFactory(parent=blog_index, date=now) for _ in range(3)
    )
    assert third.related.previous == second
    assert second.related.previous == first
    assert first.related.next == second


def test_draft_of_an_article_is_not_found(client, blog_index):
    draft = BlogPageFactory(parent=blog_index, live=False)
    assert client.get(f"/blog/{draft.slug}/").status_code == 404


def test_editor_writes_and_publishes_an_article(client, admin_user, blog_index):
    client.force_login(admin_user)
    person = PersonFactory()
    data = nested_form_data(
        {
            "title": "New article",
            "slug": "new-article",
            "introduction": "A lead.",
            "date": "2026-03-04 09:00",
            "body": streamfield([("paragraph", rich_text("<p>Words.</p>"))]),
            "references": streamfield([]),
            "tags": "running",
            "comments_open": "on",
            "article_authors": inline_formset([{"person": person.pk}]),
            "comments": inline_formset([]),
            "action-publish": "publish",
        }
    )
    response = client.post(f"/admin/pages/add/blog/blogpage/{blog_index.pk}/", data)
    assert response.status_code == 302
    assert BlogPage.objects.get(slug="new-article").live


def test_article_without_an_author_is_not_published(client, admin_user, blog_index):
    client.force_login(admin_user)
    data = nested_form_data(
        {
            "title": "New article",
            "slug": "new-article",
            "introduction": "A lead.",
            "date": "2026-03-04 09:00",
            "body": streamfield([]),
            "references": streamfield([]),
            "article_authors": inline_formset([]),
            "comments": inline_formset([]),
            "action-publish": "publish",
        }
    )
    client.post(f"/admin/pages/add/blog/blogpage/{blog_index.pk}/", data)
    assert not BlogPage.objects.filter(slug="new-article", live=True).exists()


def test_renamed_article_is_found_at_its_old_address(
    client, article, django_capture_on_commit_callbacks
):
    article.slug = "runners-knee-again"
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()
    response = client.get("/blog/runners-knee/")
    assert (response.status_code, response["Location"]) == (
        301,
        "/blog/runners-knee-again/",
    )


def test_scheduled_article_appears_when_its_time_has_come(
    client, blog_index, time_machine
):
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


def test_half_filled_article_is_previewed(blog_index):
    page = BlogPage(title="Half", slug="half", introduction="", body=[])
    page.path, page.depth = blog_index.path + "0001", blog_index.depth + 1
    response = page.make_preview_request()
    assert response.status_code == 200


def test_every_block_left_empty_is_previewed(blog_index):
    blocks = BlogPage._meta.get_field("body").stream_block.child_blocks
    page = BlogPageFactory(parent=blog_index)
    page.body = [(name, block.get_default()) for name, block in blocks.items()]
    assert page.make_preview_request().status_code == 200


def test_home_takes_all_kinds_of_pages_once():
    assert Page in HomePage.allowed_parent_page_models()
    assert BlogIndexPage in HomePage.allowed_subpage_models()


def test_links_of_all_paragraphs_are_found_with_one_query(
    client, blog_index, django_assert_num_queries
):
    link = '<p><a linktype="page" id="{}">There</a></p>'
    first, second = BlogPageFactory.create_batch(2, parent=blog_index)
    body = [("paragraph", link.format(page.pk)) for page in (first, second)]
    article = BlogPageFactory(parent=blog_index, body=body)
    html = client.get(article.url).content.decode()
    assert f'<a href="{first.url}">There</a>' in html
    assert f'<a href="{second.url}">There</a>' in html
    with django_assert_num_queries(1):
        article.body.render_as_block()


def test_link_to_a_page_that_is_gone_leaves_its_words(client, blog_index):
    body = [("paragraph", '<p><a linktype="page" id="999">There</a></p>')]
    article = BlogPageFactory(parent=blog_index, body=body)
    assert "<a>There</a>" in client.get(article.url).content.decode()
