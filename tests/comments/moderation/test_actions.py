from datetime import timedelta

import pytest

from django.urls import reverse
from django.utils import timezone

from wagtail.log_actions import registry
from wagtail.models import Site

from blog.comments import states
from blog.comments.models import Comment, ModerationBatch
from blog.comments.moderation.actions import ACTIONS
from blog.comments.moderation.batches import perform, undo
from blog.models import BlogPage
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    CommentFactory,
    UserFactory,
)

pytestmark = pytest.mark.usefixtures("moderator_login")
ACT = "/admin/comments/act/"

AVAILABLE = {
    "pending": ["approve", "spam", "trash"],
    "approved": ["unapprove", "spam", "trash"],
    "spam": ["not_spam", "delete"],
    "trash": ["restore", "delete"],
}


@pytest.fixture(scope="module")
def shared_article(module_db):
    blog = BlogIndexPageFactory(parent=Site.objects.get().root_page.specific)
    return BlogPageFactory(parent=blog)


@pytest.fixture
def article(shared_article, db):
    return BlogPage.objects.get(pk=shared_article.pk)


@pytest.fixture
def colleague(db):
    return UserFactory(username="cleo", first_name="Cleo", last_name="Ito")


def act(client, action, *comments, **fields):
    rows = [f"{comment.pk}:{comment.status}" for comment in comments]
    return client.post(ACT, {"action": action, "rows": rows, **fields}, follow=True)


def messages_in(response):
    return [" ".join(str(message).split()) for message in response.context["messages"]]


def press_undo(client, **fields):
    url = reverse("comment_moderation:undo", args=[ModerationBatch.objects.get().pk])
    return client.post(url, fields, follow=True)


def history(comment):
    logs = registry.get_logs_for_instance(comment)
    return list(logs.order_by("pk").values_list("action", "user__username"))


@pytest.mark.parametrize("status", AVAILABLE)
def test_row_has_the_actions_for_its_status(client, article, status):
    CommentFactory(page=article, status=status)
    [comment] = client.get(f"/admin/comments/?status={status}").context["comments"]
    assert [action.slug for action in comment.actions] == AVAILABLE[status]


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("approve", "pending", "approved"),
        ("unapprove", "approved", "pending"),
        ("spam", "pending", "spam"),
        ("spam", "approved", "spam"),
        ("trash", "pending", "trash"),
        ("trash", "approved", "trash"),
        ("not_spam", "spam", "pending"),
        ("restore", "trash", "pending"),
    ],
)
def test_action_changes_the_status_is_logged_and_can_be_undone(
    client, article, moderator, action, before, after
):
    comment = CommentFactory(page=article, status=before)
    assert f"Comment by {comment.name}" in messages_in(act(client, action, comment))[0]
    comment.refresh_from_db()
    assert (comment.status, comment.status_changed_by) == (after, moderator)
    press_undo(client)
    comment.refresh_from_db()
    assert (comment.status, comment.status_before) == (before, "")
    by = moderator.username
    assert history(comment) == [(f"comments.{after}", by), (f"comments.{before}", by)]


@pytest.mark.parametrize("status", ["spam", "trash"])
def test_restoring_returns_to_the_previous_status(client, article, status):
    comment = CommentFactory(page=article, status="approved")
    [comment] = states.set_status([comment.pk], status)
    act(client, "restore" if status == "trash" else "not_spam", comment)
    comment.refresh_from_db()
    assert comment.status == "approved"


def test_delete_is_permanent_and_moves_replies_up(client, article):
    top = CommentFactory(page=article)
    middle = CommentFactory(page=article, parent=top)
    reply = CommentFactory(page=article, parent=middle)
    [middle] = states.set_status([middle.pk], "spam")
    response = act(client, "delete", middle)
    assert messages_in(response) == [f"Comment by {middle.name} permanently deleted."]
    reply.refresh_from_db()
    assert reply.parent == top
    assert not ModerationBatch.objects.exists()


@pytest.mark.parametrize(
    ("status", "action"),
    [
        (status, action)
        for status, available in AVAILABLE.items()
        for action in ACTIONS
        if action not in available
    ],
)
def test_action_that_does_not_apply_changes_nothing(client, article, action, status):
    comment = CommentFactory(page=article, status=status)
    act(client, action, comment)
    comment.refresh_from_db()
    assert comment.status == status


def test_another_moderators_decision_stands_and_is_shown(client, article, colleague):
    comment = CommentFactory(page=article, status="pending", name="Ann")
    states.set_status([comment.pk], "approved", colleague)
    response = act(client, "spam", comment)
    assert messages_in(response) == ["Comment by Ann: already approved by Cleo Ito."]
    comment.refresh_from_db()
    assert comment.status == "approved"
    assert history(comment) == [("comments.approved", "cleo")]


def test_markup_in_a_name_is_escaped_in_messages(client, article):
    comment = CommentFactory(page=article, status="pending", name="<script>x")
    assert "<script>x" not in act(client, "spam", comment).text
    assert "<script>x" not in act(client, "spam", comment).text


def test_same_action_twice_is_logged_once(client, article, moderator):
    comment = CommentFactory(page=article, status="pending", name="Ann")
    act(client, "approve", comment)
    response = act(client, "approve", comment)
    assert messages_in(response) == ["Comment by Ann: already approved by you."]
    assert len(history(comment)) == 1


def test_comment_deleted_by_another_moderator_is_no_error(client, article):
    comment = CommentFactory(page=article, status="pending")
    Comment.objects.filter(pk=comment.pk).delete()
    assert messages_in(act(client, "spam", comment)) == [
        "Already deleted by another moderator: 1."
    ]


@pytest.mark.parametrize(
    "rows", ["", "x", "1", "1:lost", ":pending", f"{'9' * 40}:pending", "-1:pending"]
)
def test_invalid_rows_change_nothing(client, article, rows):
    comment = CommentFactory(page=article, status="pending")
    response = client.post(ACT, {"action": "spam", "rows": rows}, follow=True)
    assert response.status_code == 200
    comment.refresh_from_db()
    assert comment.status == "pending"


def test_unknown_action_is_not_found(client, article):
    assert client.post(ACT, {"action": "publish", "rows": "1:spam"}).status_code == 404


def test_action_returns_to_the_same_page_of_the_queue(client, article):
    comment = CommentFactory(page=article, status="pending")
    here = "/admin/comments/?status=pending&q=x&p=2"
    assert act(client, "spam", comment, next=here).redirect_chain[-1][0] == here
    assert press_undo(client, next=here).redirect_chain[-1][0] == here


def test_action_never_redirects_to_another_site(client, article):
    comment = CommentFactory(page=article, status="pending")
    response = act(client, "spam", comment, next="https://evil.example/")
    assert response.redirect_chain[-1][0] == "/admin/comments/"


def test_undo_restores_the_previous_status(article, moderator):
    comment = CommentFactory(page=article, status="approved")
    states.set_status([comment.pk], "spam")
    outcome = perform(ACTIONS["not_spam"], {comment.pk: "spam"}, moderator)
    undo(outcome.batch.pk, moderator)
    comment.refresh_from_db()
    assert (comment.status, comment.status_before) == ("spam", "approved")


def test_undo_works_once(client, article):
    comment = CommentFactory(page=article, status="pending")
    act(client, "spam", comment)
    url = reverse("comment_moderation:undo", args=[ModerationBatch.objects.get().pk])
    client.post(url)
    states.set_status([comment.pk], "spam")
    assert (
        messages_in(client.post(url, follow=True))[-1]
        == "This has already been undone."
    )
    comment.refresh_from_db()
    assert comment.status == "spam"


def test_undo_skips_comments_that_another_moderator_changed(client, article, colleague):
    first, second = CommentFactory.create_batch(2, page=article, status="pending")
    act(client, "spam", first, second)
    states.restore([first.pk], colleague)
    states.set_status([first.pk], "approved", colleague)
    messages = messages_in(press_undo(client))
    assert f"Comment by {first.name}: already approved by Cleo Ito." in messages
    found = dict(Comment.objects.values_list("pk", "status"))
    assert found == {first.pk: "approved", second.pk: "pending"}


def test_undo_is_limited_to_ones_own_actions(client, article, colleague):
    comment = CommentFactory(page=article, status="pending")
    outcome = perform(ACTIONS["spam"], {comment.pk: "pending"}, colleague)
    client.post(reverse("comment_moderation:undo", args=[outcome.batch.pk]))
    comment.refresh_from_db()
    assert comment.status == "spam"


def test_undo_offers_to_undo_the_previous_batch(client, article):
    first, second = CommentFactory.create_batch(2, page=article, status="pending")
    act(client, "spam", first)
    act(client, "trash", second)
    last = ModerationBatch.objects.latest("pk")
    response = client.post(
        reverse("comment_moderation:undo", args=[last.pk]), follow=True
    )
    assert "Also undo: 1 marked as spam" in messages_in(response)[-1]


def test_batches_are_deleted_after_a_day(article, moderator):
    old = ModerationBatch.objects.create(
        user=moderator, created=timezone.now() - timedelta(hours=25)
    )
    comment = CommentFactory(page=article, status="pending")
    perform(ACTIONS["spam"], {comment.pk: "pending"}, moderator)
    assert not ModerationBatch.objects.filter(pk=old.pk).exists()


def test_counts_are_correct_after_every_action(client, article):
    comment = CommentFactory(page=article, status="pending")
    for action in ["approve", "spam", "not_spam", "trash", "restore", "unapprove"]:
        comment.refresh_from_db()
        response = act(client, action, comment)
        comment.refresh_from_db()
        counts = {value: count for value, _, count in response.context["tabs"]}
        zeros = dict.fromkeys(Comment.Status.values, 0)
        assert counts == {**zeros, "reported": 0, comment.status: 1, "all": 1}
