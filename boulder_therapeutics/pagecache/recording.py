"""What the answer that is being made shows, noted while it is made."""

from contextlib import contextmanager
from contextvars import ContextVar

_current = ContextVar("pagecache_recording", default=None)


class Recording:
    """The tags of an answer, until when it is right, and whether to keep it."""

    def __init__(self, number):
        self.number, self.tags, self.until, self.is_kept = number, set(), None, False


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
        until = until.timestamp()
        recording.until = min(until, recording.until or until)
