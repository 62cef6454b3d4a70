"""The date of an article: when it goes live, unless an editor chose another."""

from datetime import timedelta
from email.utils import format_datetime

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from django.utils import timezone

from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from blog.models import BlogPage
from boulder_therapeutics.operations.scheduler import scheduler
from tests.factories import PersonFactory

START = timezone.now().replace(second=0, microsecond=0)
GO_LIVE = START + timedelta(days=3)
INPUT = "%Y-%m-%d %H:%M"


@pytest.fixture
def entries(blog_index, client, editor, time_machine):
    """What an editor enters for a new article, at a fixed time."""
    time_machine.move_to(START, tick=False)
    client.force_login(editor)
    return {
        "title": "New article",
        "slug": "new-article",
        "introduction": "A lead.",
        "body": streamfield([("paragraph", rich_text("<p>Words.</p>"))]),
        "references": streamfield([]),
        "related_articles": streamfield([]),
        "comments_open": "on",
        "article_authors": inline_formset([{"person": PersonFactory().pk}]),
        "comments": inline_formset([]),
        "go_live_at": timezone.localtime(GO_LIVE).strftime(INPUT),
        "action-publish": "publish",
    }


@pytest.fixture
def schedule(client, blog_index, entries):
    """Schedule a new article, with some entries changed; return it."""

    def schedule(**changes):
        url = f"/admin/pages/add/blog/blogpage/{blog_index.pk}/"
        data = nested_form_data(entries | changes)
        assert client.post(url, data).status_code == 302
        return BlogPage.objects.get()

    return schedule


def edit(client, page, entries, **changes):
    """Send the form of an article, with some entries changed."""
    row = page.article_authors.get()
    rows = [{"person": row.person_id, "id": row.pk, "ORDER": 1}]
    authors = inline_formset(rows, initial=1)
    data = nested_form_data(entries | {"article_authors": authors} | changes)
    return client.post(f"/admin/pages/{page.pk}/edit/", data)


def go_live(time_machine):
    """Let the scheduler run shortly after the time that was chosen."""
    time_machine.move_to(GO_LIVE + timedelta(seconds=30), tick=False)
    scheduler.run_due_jobs()
    return BlogPage.objects.get()


def test_date_is_the_moment_of_going_live_everywhere(client, schedule, time_machine):
    schedule()
    page = go_live(time_machine)
    assert page.date == page.first_published_at == GO_LIVE + timedelta(seconds=30)
    moment = timezone.localtime(page.date)
    assertContains(client.get(page.url), f'<time datetime="{moment.isoformat()}">')
    assertContains(client.get(page.url), f'"datePublished":"{moment.isoformat()}"')
    # Feeds state dates in UTC, where it may be the day after.
    published = f"<pubDate>{format_datetime(page.date)}</pubDate>"
    assertContains(client.get("/blog/feed/"), published)
    assertContains(client.get("/sitemap.xml"), f"{moment:<lastmod>%Y-%m-%d}")


def test_chosen_date_is_kept(schedule, time_machine):
    chosen = START - timedelta(days=90)
    schedule(date=timezone.localtime(chosen).strftime(INPUT))
    assert go_live(time_machine).date == chosen


def test_date_does_not_change_when_the_article_is_published_again(
    client, schedule, entries, time_machine
):
    schedule()
    page = go_live(time_machine)
    time_machine.shift(timedelta(days=9))
    client.force_login(page.owner)
    edit(client, page, entries, title="Edited")
    assert BlogPage.objects.get().date == page.date
    assert BlogPage.objects.get().title == "Edited"


def test_editor_sees_the_date_of_a_live_article(schedule, time_machine):
    schedule()
    page = go_live(time_machine)
    assert page.get_latest_revision_as_object().date == page.date


def test_copy_does_not_have_the_date_of_the_original(article):
    copy = article.copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert copy.date is None


def test_scheduled_article_is_edited_and_scheduled_again(
    client, schedule, entries, time_machine
):
    page = schedule(title="A typpo")
    response = edit(client, page, entries, title="No typo")
    assertRedirects(response, f"/admin/pages/{page.get_parent().pk}/")
    page = BlogPage.objects.get()
    assert (page.live, page.scheduled_revision.approved_go_live_at) == (False, GO_LIVE)
    page = go_live(time_machine)
    assert (page.title, page.date) == ("No typo", page.first_published_at)


def test_draft_of_a_scheduled_article_does_not_go_live_and_the_editor_is_told(
    client, schedule, entries, time_machine
):
    page = schedule()
    edit(client, page, entries | {"action-publish": ""}, title="Half a sent")
    response = client.get(f"/admin/pages/{page.pk}/edit/")
    assertContains(response, "as it was last scheduled")
    assertContains(response, "Cancel scheduled publish")
    assert go_live(time_machine).title == "New article"


def test_preview_of_a_scheduled_article_shows_when_it_goes_live(schedule):
    preview = schedule().make_preview_request()
    assertContains(preview, timezone.localtime(GO_LIVE).strftime("%B %-d, %Y"))
