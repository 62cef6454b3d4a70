"""A bulk action that takes longer than a request shows its progress and finishes."""

import pytest
from pytest_django.asserts import assertContains

from blog.comments.models import BatchChunk, Comment, ModerationBatch
from blog.comments.moderation import background, batches
from tests.factories import CommentFactory, UserFactory

NUMBER = 30


@pytest.fixture(autouse=True)
def _slow(monkeypatch):
    """Let every request do one chunk of ten comments."""
    monkeypatch.setattr(batches, "CHUNK_SIZE", 10)
    monkeypatch.setattr(batches, "MAX_SECONDS", -1)


@pytest.fixture
def act(client, article, moderator):
    """Perform an action on 30 comments and return the last response."""
    client.force_login(moderator)

    def act(action, status):
        CommentFactory.create_batch(NUMBER, page=article, status=status)
        pks = Comment.objects.values_list("pk", flat=True)
        rows = ",".join(f"{pk}:{status}" for pk in pks)
        fields = {"action": action, "rows": rows, "next": "/admin/comments/?q=x"}
        return client.post("/admin/comments/act/", fields, follow=True)

    return act


def finish():
    """Do all work that is left to the background."""
    while background.continue_batch() is not None:
        pass


def progress_url(response):
    return response.redirect_chain[-1][0]


def test_action_shows_its_progress_and_then_the_result(client, act):
    response = act("approve", "pending")
    assertContains(response, f"10 of {NUMBER} comments")
    assertContains(response, '<meta http-equiv="refresh" content="2">', html=True)
    assert f"10 of {NUMBER} comments are done" in client.get("/admin/comments/").text
    finish()
    assert Comment.objects.approved().count() == NUMBER
    response = client.get(progress_url(response), follow=True)
    assert response.redirect_chain[-1][0] == "/admin/comments/?q=x"
    assertContains(response, f"{NUMBER} comments approved.")
    assertContains(response, "Undo</button>")
    assert "are done" not in client.get("/admin/comments/").text


def test_undo_of_a_long_action_shows_its_progress_too(client, act):
    act("approve", "pending")
    finish()
    url = f"/admin/comments/undo/{ModerationBatch.objects.get().pk}/"
    response = client.post(url, follow=True)
    assertContains(response, f"10 of {NUMBER} comments</b> restored so far")
    finish()
    assert Comment.objects.pending().count() == NUMBER
    response = client.get(progress_url(response), follow=True)
    assertContains(response, f"{NUMBER} comments restored.")
    assert client.post(url, follow=True).status_code == 200
    assert Comment.objects.pending().count() == NUMBER


def test_running_action_is_stopped_and_undone(client, act):
    act("spam", "pending")
    client.post(f"/admin/comments/undo/{ModerationBatch.objects.get().pk}/")
    finish()
    assert Comment.objects.pending().count() == NUMBER
    assert not BatchChunk.objects.exists()


def test_long_deletion_finishes_and_cannot_be_undone(client, act):
    response = act("delete", "spam")
    assert Comment.objects.count() == NUMBER - 10
    finish()
    assert not Comment.objects.exists()
    response = client.get(progress_url(response), follow=True)
    assertContains(response, f"{NUMBER} comments permanently deleted.")
    assert "Undo</button>" not in response.text


def test_button_works_without_background_work(client, act):
    url = progress_url(act("approve", "pending"))
    for _ in range(3):
        response = client.post(url, follow=True)
    assertContains(response, f"{NUMBER} comments approved.")


def test_comments_that_others_changed_meanwhile_are_counted(client, act):
    response = act("approve", "pending")
    waiting = Comment.objects.pending()
    waiting.first().delete()
    cleo = UserFactory()
    waiting.filter(pk=waiting.first().pk).update(status="spam", status_changed_by=cleo)
    finish()
    response = client.get(progress_url(response), follow=True)
    assertContains(response, f"{NUMBER - 2} comments approved.")
    assertContains(response, "Changed by other moderators: 1.")
    assertContains(response, "Already deleted by another moderator: 1.")


def test_progress_is_shown_to_its_moderator_only(client, act):
    url = progress_url(act("approve", "pending"))
    client.force_login(UserFactory(is_superuser=True))
    assert client.get(url).status_code == 302
    assert "are done" not in client.get("/admin/comments/").text
