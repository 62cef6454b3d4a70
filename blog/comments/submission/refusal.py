"""Reasons to refuse a comment, as shown to its author."""

import math

CLOSED = "Comments are closed on this article."
NO_REPLY = "You can no longer reply to this comment."
DUPLICATE = "You have already posted this."
TOO_MANY = "You are posting too quickly. Please wait {}, then try again."


class Refusal(Exception):
    """A refused comment: a status code, a message, and seconds to wait or None."""

    def __init__(self, status, message, wait=None):
        super().__init__(message)
        self.status, self.message, self.wait = status, message, wait


def too_many(seconds):
    """Return the refusal of a visitor who must wait for `seconds`."""
    seconds = math.ceil(seconds)
    words = f"{seconds} second{'s' * (seconds != 1)}"
    return Refusal(429, TOO_MANY.format(words), wait=seconds)
