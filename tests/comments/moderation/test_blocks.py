"""Moderators block senders, see whom they blocked and why, and unblock them."""

import pytest

from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from blog.comments.models import Block, Comment
from tests.factories import CommentFactory

pytestmark = pytest.mark.usefixtures("moderator_login")
BLOCKS = "/admin/comments/blocks/"
NAMES = [
    "ann@example.org",
    "@example.org",
    "203.0.113.7",
    "203.0.113.0/24",
]


@pytest.fixture
def pending(article):
    return CommentFactory(
        page=article, status="pending", email="ann@example.org", ip="203.0.113.7"
    )


def block(client, comment, value, **fields):
    url = f"/admin/comments/block/{comment.pk}/"
    return client.post(url, {"entry": value, **fields}, follow=True)


def history(comment):
    logs = registry.get_logs_for_instance(comment).order_by("pk")
    return list(logs.values_list("action", flat=True))


@pytest.mark.parametrize("value", NAMES)
def test_sender_is_blocked_and_unblocked_from_a_comment(
    client, pending, moderator, value
):
    html = block(client, pending, value, reason="Sells watches.").text
    assert f"{value} is blocked." in html
    entry = Block.objects.get()
    assert (entry.value, entry.reason, entry.user) == (
        value,
        "Sells watches.",
        moderator,
    )
    block(client, pending, value, unblock=1)
    assert not Block.objects.exists()
    assert history(pending) == ["comments.block", "comments.unblock"]


def test_sender_is_blocked_once(client, pending):
    block(client, pending, NAMES[0])
    assert "was already blocked" in block(client, pending, NAMES[0]).text
    assert Block.objects.count() == 1


def test_only_the_names_of_the_sender_can_be_blocked(client, pending):
    block(client, pending, "example.org")
    assert not Block.objects.exists()


@pytest.mark.parametrize("domain", ["gmail.com", "yahoo.com", "Outlook.com"])
def test_domain_that_many_people_use_is_not_offered(client, article, domain):
    comment = CommentFactory(page=article, email=f"ann@{domain}")
    choices = dict(block(client, comment, "x").context["form"].fields["entry"].choices)
    assert list(choices) == [f"ann@{domain}"]
    block(client, comment, f"@{domain.lower()}")
    assert not Block.objects.exists()


def test_unknown_sender_cannot_be_blocked(client, article):
    comment = CommentFactory(page=article, email="", ip=None)
    html = client.get(f"/admin/comments/block/{comment.pk}/").text
    assert "no email address or IP address to block" in html


def test_list_shows_who_blocked_whom_why_and_how_many_were_caught(client, moderator):
    moderator.first_name = "Mona"
    moderator.save()
    client.post(f"{BLOCKS}new/", {"value": "203.0.113.9/24", "reason": "Watches."})
    Block.objects.update(caught=17)
    html = client.get(BLOCKS).text
    for text in ["203.0.113.0/24", "Mona", "Watches.", "17", "Unblock"]:
        assert text in html
    assert "sender=203.0.113.0%2F24" in html


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "This field is required."),
        ("watches", "Enter an email address, a domain like @example.com"),
        ("@", "Enter an email address, a domain like @example.com"),
        ("ann@", "Enter an email address, a domain like @example.com"),
        ("203.0.113.", "Enter an email address, a domain like @example.com"),
        ("203.0.113.0/33", "Enter an email address, a domain like @example.com"),
        ("0.0.0.0/0", "This network is too large. Enter /16 or a higher number."),
        ("2001::/16", "This network is too large. Enter /32 or a higher number."),
        ("@GMail.com", "Too many people use @gmail.com. Block one address instead."),
        ("@yahoo.co.uk", "Too many people use @yahoo.co.uk. Block one address"),
        ("Ann@Example.org", "This sender is already blocked."),
        ("x" * 256, "Ensure this value has at most 255 characters"),
    ],
)
def test_invalid_block_is_refused_with_the_reason(client, value, message):
    Block.objects.create(kind="email", value="ann@example.org")
    page = client.post(f"{BLOCKS}new/", {"value": value, "reason": "Kept."})
    assert message in page.context["form"].errors["value"][0]
    assert len(page.context["form"].errors["value"]) <= 2
    assert "Kept." in page.text
    assert Block.objects.count() == 1


def test_block_is_edited_and_deleted_without_its_value_in_the_history(client):
    client.post(f"{BLOCKS}new/", {"value": "ann@example.org"})
    entry = Block.objects.get()
    fields = {"value": "@example.net", "reason": "Rude."}
    client.post(f"{BLOCKS}edit/{entry.pk}/", fields)
    entry.refresh_from_db()
    assert (entry.value, entry.reason) == ("ann@example.org", "Rude.")
    assert "ann@example.org" in client.get(f"{BLOCKS}delete/{entry.pk}/").text
    client.post(f"{BLOCKS}delete/{entry.pk}/")
    assert not Block.objects.exists()
    logs = ModelLogEntry.objects.values_list("action", "label")
    assert {action for action, _ in logs} == {
        "wagtail.create",
        "wagtail.edit",
        "wagtail.delete",
    }
    assert "ann@" not in f"{list(logs)}"


@pytest.mark.parametrize(
    "sender", ["ANN@example.org", "203.0.113.7", "203.0.113.0/25", "203.0.112.0/20"]
)
def test_queue_is_filtered_by_sender(client, pending, article, sender):
    for ip in ["203.0.113.77", None, "2001:db8::7"]:
        found = sender.endswith(("/25", "/20")) and ip == "203.0.113.77"
        CommentFactory(
            page=article,
            status="pending",
            name="found" if found else "other",
            email="ann@example.orgs",
            ip=ip,
        )
    response = client.get("/admin/comments/", {"sender": sender})
    names = {comment.name for comment in response.context["comments"]}
    assert pending in response.context["comments"]
    assert names - {pending.name} <= {"found"}


@pytest.mark.parametrize("network", ["2001:db8:0:1::/64", "2001:db8::/32"])
def test_queue_is_filtered_by_ipv6_network(client, article, network):
    for ip in ["2001:db8:0:1::5", "2001:db9::5", "203.0.113.7"]:
        CommentFactory(page=article, status="pending", ip=ip)
    response = client.get("/admin/comments/", {"sender": network})
    assert [c.ip for c in response.context["comments"]] == ["2001:db8:0:1::5"]


def test_all_comments_from_a_network_become_spam_at_once(client, article):
    for number in range(5):
        CommentFactory(page=article, status="pending", ip=f"203.0.113.{number}")
    other = CommentFactory(page=article, status="pending", ip="203.0.114.1")
    fields = {"action": "spam", "all": "on", "query": "sender=203.0.113.0/24"}
    page = client.post("/admin/comments/confirm/", fields)
    assert "Mark 5 comments as spam?" in page.text
    rows = {"action": "spam", "rows": page.context["rows"]}
    client.post("/admin/comments/act/", rows)
    assert list(Comment.objects.pending()) == [other]
