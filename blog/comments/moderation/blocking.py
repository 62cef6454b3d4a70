"""Blocking of senders: their comments are marked as spam."""

from django.db import transaction

from wagtail.log_actions import log

from ..models import CommentSettings


def network_prefix(ip):
    """Return the text that all IP addresses in the network of `ip` start with.

    That is the first three groups of an IPv4 or IPv6 address; "" if `ip` is empty or
    abbreviates one of them.
    """
    separator = ":" if ":" in (ip or "") else "."
    groups = (ip or "").split(separator)[:3]
    return separator.join([*groups, ""]) if len(groups) == 3 and all(groups) else ""


@transaction.atomic
def block(entry, comment, user):
    """Add `entry` to the disallowed words; return whether it was new."""
    settings, entries = _lock_settings()
    if entry.lower() in (known.strip().lower() for known in entries):
        return False
    _save(settings, [*entries, entry])
    log(comment, "comments.block", user=user)
    return True


@transaction.atomic
def unblock(entry, comment, user):
    """Remove `entry` from the disallowed words."""
    settings, entries = _lock_settings()
    _save(settings, [known for known in entries if known.strip() != entry])
    log(comment, "comments.unblock", user=user)


def _lock_settings():
    CommentSettings.load()
    settings = CommentSettings.objects.select_for_update().first()
    return settings, settings.disallowed_words.splitlines()


def _save(settings, entries):
    settings.disallowed_words = "\n".join(entries)
    settings.save(update_fields=["disallowed_words"])
