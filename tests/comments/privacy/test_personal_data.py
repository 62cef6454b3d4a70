"""Export, erasure and retention of readers' data, and their own access to it."""

import json
import re
from datetime import timedelta
from io import StringIO

import pytest

from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from wagtail.models import ModelLogEntry

from blog.comments import states
from blog.comments.mail import notifications
from blog.comments.models import Comment
from boulder_therapeutics.mail.models import OutboxMail
from boulder_therapeutics.operations import scheduler
from tests.factories import CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status
EMAIL = "dana@example.com"
WHO = {
    "name": "Dana",
    "email": EMAIL,
    "ip": "203.0.113.77",
    "user_agent": "Browser/1",
}


@pytest.fixture
def comment(article):
    return CommentFactory(page=article, text="My knee.", **WHO)


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
        "status": "approved",
        "hold_reasons": [],
        "ip_address": "203.0.113.77",
        "user_agent": "Browser/1",
    }
    assert (second["id"], second["in_reply_to"]) == (reply.pk, comment.pk)


def test_empty_email_exports_nothing(article):
    CommentFactory(page=article, email="")
    assert json.loads(run("export_comments", "")) == []


def test_erase_anonymizes_the_author_and_changes_nothing_else(
    comment, article, moderator
):
    other = CommentFactory(page=article, parent=comment, **WHO | {"email": "o@x.org"})
    comment.user = moderator
    comment.save()
    assert run("erase_comments", EMAIL.upper()) == "Comments anonymized: 1\n"
    erased = Comment.objects.get(pk=comment.pk)
    assert (erased.name, erased.email) == ("Anonymous", "")
    assert (erased.user_agent, erased.user) == ("", None)
    assert erased.ip == "203.0.113.0"
    kept = ["text", "created", "status", "page_id", "parent_id", "is_visible"]
    assert [getattr(erased, name) for name in kept] == [
        getattr(comment, name) for name in kept
    ]
    other.refresh_from_db()
    assert (other.parent, other.name, other.ip) == (comment, "Dana", "203.0.113.77")


def test_erasing_twice_changes_nothing(comment):
    run("erase_comments", EMAIL)
    before = Comment.objects.values().get()
    assert run("erase_comments", EMAIL) == "Comments anonymized: 0\n"
    assert Comment.objects.values().get() == before


def test_text_is_erased_only_with_the_option(comment):
    run("erase_comments", EMAIL, "--text")
    assert Comment.objects.get().text == "(Removed at the author’s request.)"


def test_erase_covers_history_and_emails(post, typed, moderator, article):
    post(typed | {"email": EMAIL})
    comment = Comment.objects.get()
    notifications.notify_moderators()
    assert OutboxMail.objects.exists()
    states.set_status([comment.pk], STATUS.TRASH, moderator)
    run("erase_comments", EMAIL)
    labels = ModelLogEntry.objects.for_instance(comment).values_list("label", flat=True)
    assert set(labels) == {f"Anonymous on “{article}”"}
    assert not OutboxMail.objects.exists()
    assert comment.submission_key != Comment.objects.get().submission_key


def test_erase_covers_digests(post, typed, comment_settings, moderator):
    comment_settings.hold_all = True
    comment_settings.save()
    for number in range(7):
        name, email = f"Reader No. {number}", f"{number}@example.org"
        post(typed | {"name": name, "email": email})
    notifications.notify_moderators()
    digest = OutboxMail.objects.filter(key__contains="digest")
    assert "Reader No. 6" in digest.get().body
    run("erase_comments", "6@example.org")
    assert "Reader No. 6" not in digest.get().body
    assert "Reader No. 5" in digest.get().body


def test_ip_address_and_browser_are_deleted_after_sixty_days(article):
    now = timezone.now()
    young = CommentFactory(page=article, created=now - timedelta(days=59), **WHO)
    old = CommentFactory(page=article, created=now - timedelta(days=61), **WHO)
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
    scheduler.do_chores()
    comment = CommentFactory(page=article, **WHO)
    time_machine.shift(timedelta(days=61))
    scheduler.do_chores()
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


def own_link(client, email=EMAIL):
    client.post(reverse("comments:send_own_comments_link"), {"email": email})
    mail = OutboxMail.objects.get()
    assert mail.to == [email]
    return re.search(r"http://testserver(/comments/own/\S+)", mail.body)[1]


def test_response_does_not_reveal_whether_the_email_is_known(client, comment):
    url = reverse("comments:send_own_comments_link")
    responses = [
        client.post(url, {"email": email}) for email in (EMAIL, "x@example.com")
    ]
    assert len({(response.status_code, response.url) for response in responses}) == 1
    assert OutboxMail.objects.count() == 1
    page = client.get(responses[0].url)
    assert not page.cookies
    assert "we have sent a link to it" in page.text


def test_link_is_emailed_once_an_hour(client, comment):
    assert own_link(client) == own_link(client)
    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize("email", ["", "nonsense", "a\x00b@example.com", "x" * 400])
def test_invalid_email_is_an_error_linked_to_its_field(client, email):
    response = client.post(reverse("comments:send_own_comments_link"), {"email": email})
    assert response.status_code == 422
    assert response.text.count("Enter a valid email address") == 2
    assert '<a href="#id_email">Enter a valid email address' in response.text
    assert "<title>Error: Your comments" in response.text


def test_reader_sees_and_downloads_only_their_own_comments(client, comment, article):
    CommentFactory(page=article, text="Somebody else's.")
    link = own_link(client)
    page = client.get(link)
    assert "My knee." in page.text
    assert "Somebody else" not in page.text
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert "no-store" in page["Cache-Control"]
    [exported] = json.loads(client.get(link, {"download": 1}).content)
    assert exported["id"] == comment.pk


def test_reader_anonymizes_their_own_comments(client, comment):
    client.post(f"{own_link(client)}change/", {"action": "anonymize"})
    assert Comment.objects.get().name == "Anonymous"


def test_reader_deletes_their_own_comments(client, comment, article):
    CommentFactory(page=article, parent=comment)
    client.post(f"{own_link(client)}change/", {"action": "delete"})
    assert Comment.objects.get().parent is None


def test_changes_need_the_link_a_known_action_and_this_site(client, comment):
    link = own_link(client)
    url, data = f"{link}change/", {"action": "delete"}
    assert client.get(url).status_code == 405
    assert client.post(url, {"action": "x"}).status_code == 400
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert client.post(url, data, headers=foreign).status_code == 403
    assert client.post(url.replace("own/", "own/x"), data).status_code == 404
    assert Comment.objects.count() == 1


@pytest.fixture
def officer(editor):
    """Somebody who may hand out and erase what is known about readers."""
    permission = Permission.objects.get(codename="erase_comment")
    editor.user_permissions.add(permission)
    return editor


def test_staff_with_the_permission_exports_and_erases(client, officer, comment):
    client.force_login(officer)
    url = reverse("show_reader_data") + f"?email={EMAIL}"
    assert "My knee." in client.get(url).text
    [exported] = json.loads(client.get(f"{url}&download=1").content)
    assert exported["id"] == comment.pk
    assert "Comments anonymized: 1" in client.post(url, follow=True).text
    assert Comment.objects.get().name == "Anonymous"
    entry = ModelLogEntry.objects.for_instance(comment).get()
    assert (entry.action, entry.user) == ("comments.erase", officer)


def test_others_cannot_see_or_erase_reader_data(client, moderator, comment):
    client.force_login(moderator)
    url = reverse("show_reader_data") + f"?email={EMAIL}"
    assert "My knee." not in client.get(url, follow=True).text
    client.post(url)
    assert Comment.objects.get().name == "Dana"
    assert "Reader data" not in client.get("/admin/").text


@pytest.mark.parametrize("email", ["", "%00", "nobody@example.com", "%27--"])
def test_unknown_reader_has_no_data(client, officer, comment, email):
    client.force_login(officer)
    response = client.get(reverse("show_reader_data") + f"?email={email}")
    assert response.status_code == 200
    assert "My knee." not in response.text
