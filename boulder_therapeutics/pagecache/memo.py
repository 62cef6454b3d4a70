"""What nearly every page needs, made once in each process, until it changes."""

from functools import wraps

from django.db import connection

from .cache import get_cache
from .recording import Recording, current_recording, record, tag
from .stamps import ALL

MOST = 100


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
            own = [name.format(*args) for name in tags]
            number = number_now()
            if number is None or (helpers and current_recording() is None):
                tag(*own)
                return make(*args, **helpers)
            made, checked, value, shown = kept.get(args, (None, None, None, own))
            if made is None or (checked != number and not _is_right(made, shown)):
                made, inner = number, Recording(number)
                value = _make_apart(inner, make, args, helpers)
                shown = own or inner.tags
            if checked != number:
                if len(kept) >= most:
                    kept.clear()
                kept[args] = (made, number, value, shown)
            tag(*shown)
            return value

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


def _is_right(made, tags):
    newest = get_cache().newest([ALL, *tags])
    return newest is not None and newest <= made


def _make_apart(recording, make, args, helpers):
    """Make a value whose tags are not those of the answer."""
    with record(recording):
        return make(*args, **helpers)
