"""What keeps the memory of the web processes small; only they have use for it."""

import ctypes
import gc
from contextlib import suppress

M_ARENA_MAX = -8  # as <malloc.h> of the GNU C library has it


def use_one_arena():
    """Let all threads take memory from one place.

    By default glibc gives each thread one of its own, none of which ever shrinks.
    Python's lock lets only one of them ask at a time anyway.
    """
    with suppress(AttributeError):  # another C library, without such places
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


def freeze():
    """Let processes that are forked from this one share what is there already.

    A process that looks for garbage writes to, and so copies, all that it looks at.
    """
    gc.collect()
    gc.freeze()
