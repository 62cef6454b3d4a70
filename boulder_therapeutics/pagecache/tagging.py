"""What the answer that is being made shows, noted while it is made."""

import time
from contextlib import contextmanager
from contextvars import ContextVar

# Longer than these seconds nothing is kept, whatever it says.
LONGEST = 24 * 60 * 60

_current = ContextVar("pagecache_recording", default=None)


class Recording:
    """The tags of an answer, until when it is right, and whether to keep it.

    `host` is whom it was asked of, as there may be several sites.
    """

    def __init__(self, number, host=""):
        self.number, self.host = number, host
        self.tags, self.is_kept = set(), False
        self.until = time.time() + LONGEST

    def include(self, kept):
        """Note that the answer shows something that was made earlier."""
        self.tags |= kept.tags
        self.until = min(self.until, kept.until)


@contextmanager
def record(recording):
    """Note in `recording`, None for nowhere, what happens meanwhile."""
    token = _current.set(recording)
    try:
        yield recording
    finally:
        _current.reset(token)


def untracked():
    """Let what is looked at meanwhile leave no tags."""
    return record(None)


def current_recording():
    """Return where tags are noted, or None."""
    return _current.get()


def keep(*tags):
    """Say that everybody may get this answer, which shows what has the `tags`."""
    if recording := _current.get():
        recording.is_kept = True
        recording.tags.update(tags)


def forget():
    """Say that this answer does not show what was looked at on the way to it."""
    if recording := _current.get():
        recording.tags.clear()


def tag(*tags):
    """Say that this answer, if it is kept, shows what has the `tags`."""
    if recording := _current.get():
        recording.tags.update(tags)


def shown_so_far():
    """Return the tags that this answer has by now."""
    recording = _current.get()
    return recording.tags if recording else set()


def limit(until):
    """Say that this answer is right until a time, or with None for ever."""
    recording = _current.get()
    if recording and until:
        recording.until = min(recording.until, until.timestamp())
