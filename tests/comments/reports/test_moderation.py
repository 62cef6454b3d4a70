"""Reported comments in the queue, on the dashboard and in the mail of moderators."""

from datetime import timedelta

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from django.utils import timezone

from wagtail.models import ModelLogEntry

from blog.comments.models import CommentSettings, Report
from blog.comments.reports.moderation import (
    delete_dismissed_reports,
    delete_networks,
)
from boulder_therapeutics.mail.models import OutboxMail
from tests.factories import CommentFactory
from tests.messages import waiting_messages

pytestmark = pytest.mark.django_db
QUEUE = "/admin/comments/?status=reported"


@pytest.fixture
def reported(client, report, comment, moderator):
    """The comment, reported three times, seen by a moderator."""
    for number, reason in enumerate(["spam", "rude", "spam"]):
        report(f"203.0.113.{number}", reason=reason)
    client.force_login(moderator)
    return comment


def act(client, comment, action):
    rows = {"rows": f"{comment.pk}:{comment.status}", "action": action}
    return client.post("/admin/comments/act/", rows, follow=True)


def mails():
    return waiting_messages("comment-report")


def test_queue_has_reported_comments_with_the_reasons(client, article, reported):
    CommentFactory(page=article)
    response = client.get(QUEUE)
    assert list(response.context["comments"]) == [reported]
    assert response.context["tabs"][1] == ("reported", "Reported", 1)
    assertContains(response, "Reported: Spam or advertising (2)")
    assertContains(response, "Reported: Rude or hateful<")


def test_dashboard_counts_reported_comments(client, reported):
    assertContains(client.get("/admin/"), "1 reported comment<")


def test_dismissed_reports_leave_the_comment_published(client, reported, moderator):
    assertContains(act(client, reported, "dismiss"), "cleared of reports")
    assert list(client.get(QUEUE).context["comments"]) == []
    reported.refresh_from_db()
    assert reported.is_visible
    assert Report.objects.open().count() == 0
    entry = ModelLogEntry.objects.filter(action="comments.dismiss").get()
    assert entry.user == moderator
    assertNotContains(client.get("/admin/"), "reported comment")


def test_only_reported_comments_have_the_button(client, article, reported):
    CommentFactory(page=article)
    button = 'value="dismiss" data-key'
    assertContains(client.get("/admin/comments/?status=approved"), button, count=1)


@pytest.mark.parametrize("action", ["spam", "trash", "unapprove"])
def test_comment_that_is_taken_down_is_not_reported_any_more(client, reported, action):
    act(client, reported, action)
    assert list(client.get(QUEUE).context["comments"]) == []


def test_all_reported_comments_can_be_dismissed_together(client, article, reported):
    data = {"all": "on", "query": "status=reported", "action": "dismiss"}
    response = client.post("/admin/comments/confirm/", data)
    assertContains(response, "Dismiss the reports of 1 comment")


def test_moderators_get_one_email_about_a_comment(reported, moderator):
    [mail] = mails()
    assert mail.to == [moderator.email]
    assert "Spam or advertising" in mail.body
    assert reported.text in mail.body
    assert "/admin/comments/?status=reported" in mail.body


def test_comment_that_was_taken_down_meanwhile_is_not_emailed(client, reported):
    act(client, reported, "trash")
    assert mails() == []


def test_comment_that_is_reported_again_is_emailed_again(client, report, reported):
    act(client, reported, "dismiss")
    assert mails() == []
    report("198.51.100.1")
    assert len(mails()) == 1


def test_many_reports_share_an_email(article, report, moderator, comment_settings):
    for number in range(8):
        report(of=CommentFactory(page=article, text=f"Text {number}."))
    *single, digest = mails()
    assert len(single) == 5
    assert "/admin/comments/?status=reported" in digest.body
    due = OutboxMail.objects.get(key__startswith="comment-reports-").due
    assert due > timezone.now()


def test_networks_are_deleted_after_a_week_and_dismissed_reports_later(
    client, reported
):
    act(client, reported, "dismiss")
    days = CommentSettings.load().rejected_days
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert (delete_networks(), delete_dismissed_reports()) == (3, 0)
        assert set(Report.objects.values_list("network", flat=True)) == {""}
        assert delete_networks() == 0
    with time_machine.travel(timezone.now() + timedelta(days=days + 1)):
        assert delete_dismissed_reports() == 3


def test_reporting_needs_no_rights_but_dismissing_does(client, editor, comment, report):
    report()
    client.force_login(editor)
    act(client, comment, "dismiss")
    assert Report.objects.open().count() == 1
