"""What nearly every page needs, made once in each process, until it changes."""

from dataclasses import dataclass, field
from functools import wraps

from django.db import connection

from .cache import get_cache
from .storage.versions import ALL
from .tagging import Recording, current_recording, record, tag

MOST = 100


@dataclass
class Kept:
    """Something that is kept, what it shows, and when its making began."""

    number: int
    tags: set
    until: float
    value: object
    # Up to which purge it is known to be right.
    checked: int = field(default=0, compare=False)


def memoize(*tags, most=MOST):
    """Keep what a function returns for its arguments until a tag of it is purged.

    `{}` in a tag stands for the argument. Without any tags, it has those of what the
    function reads. What is given by name only helps to make the value, and must not
    change it; it counts as read since the answer was begun that the value is for, so
    without an answer nothing is kept. No more than the `most` values are kept.
    """

    def decorate(make):
        kept = {}

        @wraps(make)
        def remembered(*args, **helpers):
            own = {name.format(*args) for name in tags}
            number, answer = number_now(), current_recording()
            if number is None or (helpers and answer is None):
                tag(*own)
                return make(*args, **helpers)
            known = kept.get(args)
            if known is None or not get_cache().is_right(known, number):
                # What it reads leaves tags on it, not on the answer.
                with record(Recording(number)) as inner:
                    value = make(*args, **helpers)
                known = Kept(number, {ALL, *(own or inner.tags)}, inner.until, value)
                if len(kept) >= most and args not in kept:
                    kept.clear()
                kept[args] = known
            if answer:
                answer.include(known)
            return known.value

        return remembered

    return decorate


def remembers():
    """Tell whether what is memoized is known without being made again now."""
    return number_now() is not None


def number_now():
    """Return up to which purge what is kept has to be right; None: keep nothing."""
    cache = get_cache()
    # A transaction sees what others may never see.
    if cache is None or connection.in_atomic_block:
        return None
    recording = current_recording()
    return recording.number if recording else cache.current()
