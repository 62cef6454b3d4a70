"""Export, erasure and retention of readers' data."""

import json
from datetime import timedelta
from io import StringIO

import pytest

from django.core.management import call_command
from django.utils import timezone

from blog.comments import states
from blog.comments.mail import notifications
from blog.comments.models import Comment
from boulder_therapeutics.operations.scheduler import scheduler
from tests.factories import CommentFactory
from tests.messages import waiting_messages

from .conftest import READER

pytestmark = pytest.mark.django_db
STATUS = Comment.Status
EMAIL = READER["email"]


def run(command, *args):
    output = StringIO()
    call_command(command, *args, stdout=output)
    return output.getvalue()


def test_export_is_exact(comment, article):
    CommentFactory(page=article)
    reply = CommentFactory(page=article, parent=comment, email=EMAIL.upper())
    first, second = json.loads(run("export_comments", f" {EMAIL} "))
    assert first == {
        "id": comment.pk,
        "article": article.title,
        "url": article.full_url,
        "in_reply_to": None,
        "name": "Dana",
        "email": EMAIL,
        "text": "My knee.",
        "created": comment.created.isoformat(),
        "edited": None,
        "status": "approved",
        "hold_reasons": [],
        "ip_address": "203.0.113.77",
        "user_agent": "Browser/1",
        "emails": None,
    }
    assert (second["id"], second["in_reply_to"]) == (reply.pk, comment.pk)


def test_empty_email_exports_nothing(article):
    CommentFactory(page=article, email="")
    assert json.loads(run("export_comments", "")) == []


def test_erase_anonymizes_the_author_and_changes_nothing_else(
    comment, article, moderator
):
    other = CommentFactory(
        page=article, parent=comment, **READER | {"email": "o@x.org"}
    )
    comment.user = moderator
    comment.save()
    assert "Comments anonymized: 1\n" in run("erase_comments", EMAIL.upper())
    erased = Comment.objects.get(pk=comment.pk)
    assert (erased.name, erased.email) == ("Anonymous", "")
    assert (erased.user_agent, erased.user) == ("", None)
    assert erased.ip == "203.0.113.0"
    unchanged = ["text", "created", "status", "page_id", "parent_id", "is_visible"]
    assert [getattr(erased, name) for name in unchanged] == [
        getattr(comment, name) for name in unchanged
    ]
    other.refresh_from_db()
    assert (other.parent, other.name, other.ip) == (comment, "Dana", "203.0.113.77")


def test_erasing_twice_changes_nothing(comment):
    run("erase_comments", EMAIL)
    before = Comment.objects.values().get()
    assert "Comments anonymized: 0\n" in run("erase_comments", EMAIL)
    assert Comment.objects.values().get() == before


def test_text_is_erased_only_with_the_option(comment):
    run("erase_comments", EMAIL, "--text")
    assert Comment.objects.get().text == "(Removed at the author’s request.)"


def test_erase_covers_history_and_emails(post, typed, moderator, article):
    post(typed | {"email": EMAIL, "notify": "on"})
    comment = Comment.objects.get()
    notifications.notify_moderators()
    assert len(waiting_messages()) == 2
    run("erase_comments", EMAIL)
    [held] = waiting_messages()
    assert EMAIL not in f"{held.body} {held.reply_to}"
    assert comment.submission_key != Comment.objects.get().submission_key


def test_ip_address_and_browser_are_deleted_after_sixty_days(article):
    now = timezone.now()
    young = CommentFactory(page=article, created=now - timedelta(days=59), **READER)
    old = CommentFactory(page=article, created=now - timedelta(days=61), **READER)
    assert "browsers deleted: 1" in run("retention")
    young.refresh_from_db()
    old.refresh_from_db()
    assert (young.ip, young.user_agent) == ("203.0.113.77", "Browser/1")
    assert (old.ip, old.user_agent, old.name) == (None, "", "Dana")
    assert "browsers deleted: 0" in run("retention")


@pytest.mark.parametrize("status", [STATUS.SPAM, STATUS.TRASH])
def test_spam_and_trash_are_deleted_after_thirty_days(article, status):
    now = timezone.now()
    ages = {days: now - timedelta(days=days) for days in (29, 31)}
    young, old = (
        CommentFactory(page=article, status=status, status_changed=changed)
        for changed in ages.values()
    )
    CommentFactory(page=article, created=now - timedelta(days=99))
    assert "from spam and trash: 1" in run("retention")
    assert not Comment.objects.filter(pk=old.pk).exists()
    assert Comment.objects.count() == 2
    assert "from spam and trash: 0" in run("retention")


def test_scheduler_applies_retention_every_day(article, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    scheduler.run_due_jobs()
    comment = CommentFactory(page=article, **READER)
    time_machine.shift(timedelta(days=61))
    scheduler.run_due_jobs()
    comment.refresh_from_db()
    assert (comment.ip, comment.user_agent) == (None, "")


def test_replies_to_a_deleted_comment_move_up(article):
    top = CommentFactory(page=article)
    middle = CommentFactory(page=article, parent=top)
    reply = CommentFactory(page=article, parent=middle)
    states.set_status([middle.pk], STATUS.TRASH)
    states.delete([middle.pk])
    reply.refresh_from_db()
    assert (reply.parent, reply.root, reply.is_visible) == (top, top, True)
