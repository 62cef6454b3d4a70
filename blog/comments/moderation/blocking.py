"""Senders whose comments are spam from now on."""

from django.db import transaction

from wagtail.log_actions import log

from ..models import CommentSettings


def network_of(ip):
    """Return how all addresses of the network of `ip` begin, "" if they differ.

    The first three of four numbers of an address, or of eight of the newer kind.
    """
    separator = ":" if ":" in (ip or "") else "."
    groups = (ip or "").split(separator)[:3]
    return separator.join([*groups, ""]) if len(groups) == 3 and all(groups) else ""


@transaction.atomic
def block(entry, comment, user):
    """Put `entry` on the list of disallowed words; tell whether it was new there."""
    settings, entries = _locked()
    if entry.lower() in (known.strip().lower() for known in entries):
        return False
    _save(settings, [*entries, entry])
    log(comment, "comments.block", user=user)
    return True


@transaction.atomic
def unblock(entry, comment, user):
    """Take `entry` off the list of disallowed words."""
    settings, entries = _locked()
    _save(settings, [known for known in entries if known.strip() != entry])
    log(comment, "comments.unblock", user=user)


def _locked():
    CommentSettings.load()
    settings = CommentSettings.objects.select_for_update().first()
    return settings, settings.disallowed_words.splitlines()


def _save(settings, entries):
    settings.disallowed_words = "\n".join(entries)
    settings.save(update_fields=["disallowed_words"])
