"""Reasons to refuse a comment, as shown to its author."""

import math

from django.utils.translation import gettext_lazy as _

from boulder_therapeutics.core.submission.limits import too_many

CLOSED = _("Comments are closed on this article.")
NO_REPLY = _("You can no longer reply to this comment.")
DUPLICATE = _("You have already posted this.")


class Refusal(Exception):
    """A refused comment: a status code, a message, and seconds to wait or None."""

    def __init__(self, status, message, wait=None):
        super().__init__(message)
        self.status, self.message, self.wait = status, message, wait


def refuse_while(waits):
    """Raise Refusal while one of `waits`, in seconds, is not over."""
    seconds = math.ceil(max(waits, default=0))
    if seconds > 0:
        raise Refusal(429, too_many(seconds), wait=seconds)
