import re

import pytest

from wagtail.log_actions import registry

from blog.comments import states
from blog.comments.models import Comment, ModerationBatch
from blog.comments.moderation import batches
from blog.comments.moderation.actions import ACTIONS
from tests.factories import BlogPageFactory, CommentFactory, UserFactory

pytestmark = pytest.mark.usefixtures("moderator_login")
CONFIRM, ACT = "/admin/comments/confirm/", "/admin/comments/act/"


@pytest.fixture
def knees(blog_index):
    """60 pending comments, 40 of them about knees, under two articles."""
    articles = BlogPageFactory.create_batch(2, parent=blog_index)
    for number in range(60):
        CommentFactory(
            page=articles[number % 2],
            status="pending",
            text="My knee." if number < 40 else "My hip.",
        )


def confirm(client, action, **fields):
    return client.post(CONFIRM, {"action": action, **fields})


def submit(client, page):
    """Submit the form of the confirmation `page`."""
    fields = dict(re.findall(r'name="(rows|next)" value="([^"]*)"', page.text))
    fields["action"] = page.context["action"].slug
    return client.post(ACT, fields, follow=True)


def statuses():
    return set(Comment.objects.values_list("text", "status"))


def test_all_matching_means_no_other_comments(client, knees):
    page = confirm(client, "approve", all="on", query="status=pending&q=knee")
    assert "Approve 40 comments?" in page.text
    submit(client, page)
    assert statuses() == {("My knee.", "approved"), ("My hip.", "pending")}
    assert Comment.objects.approved().count() == 40


def test_undo_restores_the_whole_batch(client, knees, moderator):
    submit(client, confirm(client, "spam", all="on", query="q=knee"))
    assert Comment.objects.filter(status="spam").count() == 40
    client.post(f"/admin/comments/undo/{ModerationBatch.objects.get().pk}/")
    assert Comment.objects.pending().filter(status_before="").count() == 60
    assert not ModerationBatch.objects.exists()


def test_confirmation_changes_nothing(client, knees):
    confirm(client, "spam", all="on", query="")
    assert Comment.objects.pending().count() == 60


def test_comment_posted_after_the_confirmation_is_not_changed(client, knees, article):
    page = confirm(client, "approve", all="on", query="q=knee")
    late = CommentFactory(page=article, status="pending", text="My knee.")
    submit(client, page)
    late.refresh_from_db()
    assert late.status == "pending"


def test_only_selected_rows_change(client, knees):
    selected = list(Comment.objects.values_list("pk", flat=True)[:3])
    page = confirm(client, "trash", rows=[f"{pk}:pending" for pk in selected])
    assert "Move 3 comments to trash?" in page.text
    submit(client, page)
    trash = Comment.objects.filter(status="trash").values_list("pk", flat=True)
    assert list(trash) == selected


def test_invalid_filter_matches_no_comments(client, knees):
    response = confirm(client, "approve", all="on", query="since=someday")
    assert response.status_code == 302
    assert Comment.objects.pending().count() == 60


def test_empty_selection_shows_a_message(client, knees):
    response = client.post(CONFIRM, {"action": "spam"}, follow=True)
    assert "Select at least one comment first." in response.text


def test_action_on_mixed_statuses_changes_only_those_it_applies_to(client, article):
    for status in Comment.Status.values:
        CommentFactory(page=article, status=status)
    page = confirm(client, "approve", all="on", query="status=all")
    assert "Approve 1 comment?" in page.text
    assert "“Approve” does not apply: 3." in page.text
    submit(client, page)
    assert Comment.objects.approved().count() == 2


def test_rows_changed_by_another_moderator_are_skipped_and_listed(client, knees):
    page = confirm(client, "approve", all="on", query="q=knee")
    cleo = UserFactory(first_name="Cleo", last_name="Ito")
    quick = list(Comment.objects.filter(text="My knee.")[:7])
    states.set_status([comment.pk for comment in quick], "spam", cleo)
    html = submit(client, page).text
    assert "33 comments approved." in html
    assert f"Comment by {quick[0].name}: already spam by Cleo Ito." in html
    assert "Also changed by other moderators: 2." in html
    assert Comment.objects.filter(status="spam").count() == 7


@pytest.mark.parametrize("status", ["spam", "trash"])
def test_emptying_deletes_only_comments_with_that_status(client, article, status):
    for value in Comment.Status.values:
        CommentFactory.create_batch(2, page=article, status=value)
    assert f"Empty {status}" in client.get(f"/admin/comments/?status={status}").text
    page = confirm(client, "delete", all="on", query=f"status={status}")
    assert "Permanently delete 2 comments?" in page.text
    submit(client, page)
    assert Comment.objects.count() == 6
    assert not Comment.objects.filter(status=status).exists()


@pytest.mark.parametrize("query", ["status=pending", "status=spam&q=x", "status=all"])
def test_only_unfiltered_spam_and_trash_can_be_emptied(client, article, query):
    CommentFactory(page=article, status="pending", text="x")
    CommentFactory(page=article, status="spam", text="x")
    assert "Empty " not in client.get(f"/admin/comments/?{query}").text


def test_every_comment_of_a_batch_is_in_the_history(client, knees, moderator):
    submit(client, confirm(client, "approve", all="on", query=""))
    for comment in Comment.objects.all()[:3]:
        html = client.get(f"/admin/comments/history/{comment.pk}/").text
        assert "Comment approved" in html
    entries = registry.get_log_model_for_model(Comment).objects
    shown = entries.filter(action="comments.approved").latest_by_uuid_and_action()
    assert shown.count() == 60


def test_batch_larger_than_a_chunk_is_performed_and_undone(
    knees, moderator, monkeypatch
):
    monkeypatch.setattr(batches, "CHUNK_SIZE", 25)
    rows = dict(Comment.objects.values_list("pk", "status"))
    outcome = batches.perform(ACTIONS["trash"], rows, moderator)
    assert Comment.objects.filter(status="trash").count() == 60
    assert len(batches.undo(outcome.batch.pk, moderator).done) == 60
    assert Comment.objects.pending().count() == 60


@pytest.mark.parametrize(("action", "is_told"), [("approve", True), ("spam", False)])
def test_moderator_is_told_when_emails_to_readers_leave(
    client, article, action, is_told
):
    comment = CommentFactory(page=article, status="pending")
    data = {"action": action, "rows": f"{comment.pk}:pending"}
    page = client.post(ACT, data, follow=True).text
    assert "Undo</button>" in page
    assert ("Emails to readers leave after 10 minutes" in page) == is_told
