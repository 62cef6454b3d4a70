"""Whichever way a person's words are removed, they are gone from all that is stored."""

import re
from datetime import timedelta

import pytest

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from blog.comments.mail import notifications
from blog.comments.models import Block, Comment
from blog.comments.spam import bayes
from boulder_therapeutics.core.models import ClinicSettings, ContactMessage
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.pagecache.cache import get_cache
from tests.factories import CommentFactory
from tests.messages import waiting_messages
from tests.stored import places_of

EMAIL = "zqmail@zqhost.example"
IP = "198.51.100.231"
COMMENT = {"name": "Zqname Ybname", "email": EMAIL, "text": "Zqtext on zqstairs."}
MESSAGE = {
    "name": "Zqcaller Ybname",
    "reply_to": EMAIL,
    "text": "Zqmessage hurts.",
    "preferred_days": "Zqmondays",
    "service": "Zqservice",
}
COMMENT_MARKERS = {"zqname", "ybname", "zqmail", "zqhost", "zqtext", "zqstairs"}
COMMENT_MARKERS |= {"zqagent", IP}
MESSAGE_MARKERS = {"zqcaller", "zqmessage", "zqmondays", "zqservice"}
LATER = timedelta(days=200)


@pytest.fixture
def folder(settings, tmp_path):
    """The cache folder, with the page cache inside as in production."""
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path / "cache"}}
    settings.PAGE_CACHE = tmp_path / "cache" / "pages"
    return tmp_path / "cache"


@pytest.fixture
def staff(client, admin_user):
    """The client of an administrator, who owns no articles."""
    staff = type(client)()
    staff.force_login(admin_user)
    return staff


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Run the on_commit callbacks of the `with` block, as a real commit would."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def article(article, editor):
    article.owner = editor
    article.save()
    return article


@pytest.fixture
def planted(
    folder, client, staff, commit, article, contact_page, comment_settings, monkeypatch
):
    """Markers wherever words go: comments in different states, and a message."""
    monkeypatch.setattr(notifications, "MAX_SINGLE_MAILS", 1)
    monkeypatch.setattr(bayes, "MIN_TRAINING_TEXTS", 1)
    ClinicSettings.objects.update_or_create(pk=1, defaults={"email": "c@example.org"})
    comment_settings.hold_all = True
    comment_settings.save()
    with commit():
        for text in ("Zqtext on zqstairs.", "Zqstairs again.", "Zqstairs waits."):
            send_comment(client, article, text)
            outbox.send_waiting()
        send_message(client, contact_page)
    moderate(staff, client, article, commit)
    bayes.retrain()
    for url in (article.url, "/blog/", "/blog/comments/feed/"):
        client.get(url)
    staff.get(f"/admin/messages/inspect/{ContactMessage.objects.get().pk}/")


def send_comment(client, article, text):
    client.post(
        reverse("comments:post_comment", args=[article.pk]),
        COMMENT | {"text": text, "notify": "on"},
        headers={"user-agent": "Zqagent/1"},
        REMOTE_ADDR=IP,
    )


def send_message(client, contact_page):
    url = reverse("core:send_message", args=[contact_page.pk])
    assert client.post(url, MESSAGE).status_code == 303


def moderate(staff, client, article, commit):
    """Approve two comments, edit one of them, and let another reader reply to it."""
    first, second, _ = Comment.objects.all()
    first.subscription.confirmed = timezone.now()
    first.subscription.save()
    with commit():
        act(staff, "approve", first, second)
        data = {"name": COMMENT["name"], "text": COMMENT["text"]}
        staff.post(f"/admin/comments/edit/{first.pk}/", data)
        CommentFactory(page=article, parent=first, text="I agree.")


def act(staff, action, *comments):
    for comment in comments:
        comment.refresh_from_db()
    rows = [f"{comment.pk}:{comment.status}" for comment in comments]
    staff.post("/admin/comments/act/", {"action": action, "rows": rows})


def by_author(client, staff, **_):
    client.post(reverse("comments:send_own_comments_link"), {"email": EMAIL})
    [mail] = [m for m in waiting_messages() if "Your comments" in m.subject]
    link = re.search(r"http://testserver(/comments/own/\S+)", mail.body)[1]
    for action in ("delete", "delete_messages"):
        client.post(f"{link}change/", {"action": action})


def by_command(**_):
    call_command("erase_comments", EMAIL, "--text")


def by_officer(staff, **_):
    staff.post(reverse("show_reader_data") + f"?email={EMAIL}", {"text": "on"})


def by_retention(staff, time_machine, **_):
    act(staff, "trash", *Comment.objects.filter(email=EMAIL))
    time_machine.move_to(timezone.now() + LATER)
    call_command("retention")


def by_moderator(staff, **_):
    comments = list(Comment.objects.filter(email=EMAIL))
    act(staff, "trash", *comments)
    act(staff, "delete", *comments)
    staff.post(f"/admin/messages/delete/{ContactMessage.objects.get().pk}/")


def by_emptying_spam(staff, **_):
    act(staff, "spam", *Comment.objects.filter(email=EMAIL))
    data = {"action": "delete", "all": "on", "query": "status=spam"}
    page = staff.post("/admin/comments/confirm/", data).text
    rows = re.search(r'name="rows" value="([^"]+)"', page)[1]
    staff.post("/admin/comments/act/", {"action": "delete", "rows": rows})
    ContactMessage.objects.all().delete()


def by_deleting_the_article(staff, article, **_):
    staff.post(f"/admin/pages/{article.pk}/delete/")
    ContactMessage.objects.all().delete()


DOORS = [
    by_author,
    by_command,
    by_officer,
    by_retention,
    by_moderator,
    by_emptying_spam,
    by_deleting_the_article,
]


@pytest.mark.parametrize("door", DOORS)
def test_nothing_is_left_of_a_person(
    door, planted, folder, client, staff, article, commit, time_machine, mailoutbox
):
    markers = COMMENT_MARKERS | MESSAGE_MARKERS
    places = places_of(markers, folder)
    assert places.keys() == markers
    assert any(place.startswith("cache") for place in places["zqtext"])
    mailoutbox.clear()
    with commit():
        door(client=client, staff=staff, article=article, time_machine=time_machine)
    time_machine.move_to(timezone.now() + timedelta(hours=1))
    outbox.send_waiting()
    get_cache().executor.submit(int).result()
    assert places_of(markers, folder) == {}
    # The author gets the link that was asked for; nobody gets anything of theirs.
    sent = "".join(f"{m.subject} {m.body} {m.reply_to}" for m in mailoutbox).casefold()
    assert not any(marker in sent for marker in markers)


def test_ip_address_and_browser_are_nowhere_after_their_period(
    planted, folder, client, staff, article, commit, comment_settings, time_machine
):
    block = Block.objects.create(kind="network", value=IP)
    comment_settings.moderation_words = comment_settings.disallowed_words = "Zqagent"
    comment_settings.save()
    with commit():
        send_comment(client, article, "Zqstairs, blocked.")
        act(staff, "not_spam", *Comment.objects.filter(status="spam"))
        act(staff, "approve", *Comment.objects.filter(status="pending"))
        block.delete()
        comment_settings.moderation_words = comment_settings.disallowed_words = ""
        comment_settings.save()
    time_machine.move_to(timezone.now() + timedelta(days=61))
    call_command("retention")
    assert Comment.objects.approved().filter(email=EMAIL).count() == 4
    assert places_of({IP, "zqagent"}, folder) == {}
