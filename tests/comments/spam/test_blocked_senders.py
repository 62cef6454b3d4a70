"""Blocks compare whole email addresses, domains and networks."""

import pytest

from blog.comments.models import Block, Comment

pytestmark = pytest.mark.django_db


def block(value):
    entry = Block(value=value)
    entry.full_clean()
    entry.save()
    return entry


@pytest.mark.parametrize(
    ("value", "email", "ip", "is_spam"),
    [
        ("joe@x.co", "joe@x.co", "192.0.2.1", True),
        ("Joe@X.co", "jOE@x.CO", "192.0.2.1", True),
        ("joe@x.co", "joe@x.com", "192.0.2.1", False),
        ("joe@x.co", "sue.joe@x.co", "192.0.2.1", False),
        ("joe@x.co", "sue.joe@x.co.uk", "192.0.2.1", False),
        ("@x.co", "anyone@x.co", "192.0.2.1", True),
        ("@x.co", "anyone@mail.x.co", "192.0.2.1", False),
        ("@x.co", "anyone@xx.co", "192.0.2.1", False),
        ("10.1.1.1", "a@b.example", "10.1.1.1", True),
        ("10.1.1.1", "a@b.example", "10.1.1.12", False),
        ("10.1.1.1", "a@b.example", "110.1.1.1", False),
        ("10.1.1.0/24", "a@b.example", "10.1.1.12", True),
        ("10.1.1.0/24", "a@b.example", "10.1.2.12", False),
        ("10.1.1.9/24", "a@b.example", "10.1.1.12", True),
        ("10.1.0.0/20", "a@b.example", "10.1.15.255", True),
        ("2001:db8::/64", "a@b.example", "2001:db8::9", True),
        ("::ffff:10.1.1.1", "a@b.example", "10.1.1.1", True),
        ("::ffff:10.1.1.0/120", "a@b.example", "10.1.1.9", True),
        ("2001:DB8:0::/64", "a@b.example", "2001:db8:0:1::9", False),
    ],
)
def test_only_the_blocked_sender_is_spam(
    post, typed, comment_settings, value, email, ip, is_spam
):
    entry = block(value)
    typed |= {"email": email, "text": f"I think {value} and joe@x.co are fine."}
    post(typed, REMOTE_ADDR=ip)
    comment = Comment.objects.get()
    assert (comment.status == "spam") == is_spam
    entry.refresh_from_db()
    assert entry.caught == is_spam


def test_reason_names_no_address_and_each_block_counts_the_comment(post, typed):
    block(typed["email"])
    block("203.0.113.0/24")
    post(typed, REMOTE_ADDR="203.0.113.9")
    [reason] = [
        r["why"]
        for r in Comment.objects.get().hold_reasons
        if r["rule"] == "blocked_sender"
    ]
    assert "Email address" in reason and "IP address or network" in reason
    assert "dana" not in reason and "203.0.113" not in reason
    assert set(Block.objects.values_list("caught", flat=True)) == {1}


def test_comment_of_a_moderator_is_not_blocked(client, post, moderator):
    client.force_login(moderator)
    block(moderator.email)
    post({"text": "Rest it for a week."})
    assert Comment.objects.get().status == "approved"
