"""What nearly every page needs, made once in each process, until it changes."""

from functools import wraps

from django.db import connection

from .cache import get_cache
from .recording import current_recording, tag, untracked
from .stamps import ALL

MOST = 100


def memoize(*tags, most=MOST):
    """Keep what a function returns for its arguments until a tag of it is purged.

    `{}` in a tag stands for the argument. What is given by name only helps to make the
    value, and must not change it. No more than the `most` values are kept.
    """

    def decorate(make):
        kept = {}

        @wraps(make)
        def remembered(*args, **helpers):
            own = [name.format(*args) for name in tags]
            tag(*own)
            number = number_now()
            if number is None:
                return _make_untracked(make, args, helpers)
            made, checked, value = kept.get(args, (None, None, None))
            if made is not None and checked == number:
                return value
            if made is None or not _is_right(made, own):
                made, value = number, _make_untracked(make, args, helpers)
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


def _make_untracked(make, args, helpers):
    with untracked():
        return make(*args, **helpers)
