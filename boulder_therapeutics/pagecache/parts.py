"""Parts of answers, kept in each process until something that they show changes.

When an answer has to be made again, most often only a part of it has changed.
"""

from .cache import get_cache
from .memo import Kept, number_now
from .storage.files import Memory
from .storage.versions import ALL
from .tagging import Recording, current_recording, record

MEMORY = 4_000_000  # bytes in each process

_kept = Memory(MEMORY)


class Part(Kept):
    """The text of a part."""

    @property
    def size(self):
        """Bytes, about."""
        return 1000 + 2 * len(self.value)


def keep_part(key, make, uses=None):
    """Return the text that `make` returns for `key`, or has returned before.

    What the answer has shown so far counts as shown by the part, which may use it. So
    parts that seldom change are to come before those that often do. A part that says
    which tags of that it `uses` is made again for no others.
    """
    answer, number = current_recording(), number_now()
    if answer is None or number is None:
        return make()
    key = answer.host, key
    part = _kept.get(key)
    if part is None or not get_cache().is_right(part, number):
        with record(Recording(number, answer.host)) as inner:
            text = make()
        before = answer.tags if uses is None else uses
        tags, until = {ALL, *before, *inner.tags}, min(answer.until, inner.until)
        part = Part(number, tags, until, text)
        _kept.set(key, part)
    answer.include(part)
    return part.value
