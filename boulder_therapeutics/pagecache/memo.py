"""What nearly every page needs, made once in each process, until it changes."""

from functools import wraps

from django.db import connection

from .cache import get_cache
from .recording import Recording, current_recording, record, tag
from .stamps import ALL

MOST = 100


def memoize(*tags, most=MOST):
    """Keep what a function returns for its arguments until a tag of it is purged.

    `{}` in a tag stands for the argument. What is given by name only helps to make the
    value, and must not change it; it counts as read since the answer was begun that
    the value is for, so without an answer nothing is kept. No more than the `most`
    values are kept.
    """

    def decorate(make):
        kept = {}

        @wraps(make)
        def remembered(*args, **helpers):
            own = [name.format(*args) for name in tags]
            tag(*own)
            number = number_now()
            if number is None or (helpers and current_recording() is None):
                return _make_apart(None, make, args, helpers)
            made, checked, value = kept.get(args, (None, None, None))
            if made is not None and checked == number:
                return value
            if made is None or not _is_right(made, own):
                made, value = number, _make_apart(number, make, args, helpers)
            if len(kept) >= most:
                kept.clear()
            kept[args] = (made, number, value)
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


def _make_apart(number, make, args, helpers):
    """Make a value as of purge `number`, whose tags are not those of the answer."""
    with record(number and Recording(number)):
        return make(*args, **helpers)
