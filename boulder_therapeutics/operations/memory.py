"""Measures that reduce the memory of the web processes."""

import ctypes
import gc
from contextlib import suppress

M_ARENA_MAX = -8  # as <malloc.h> of the GNU C library has it


def use_one_arena():
    """Make all threads allocate memory from one arena.

    By default glibc gives each thread an arena of its own, none of which ever shrinks.
    Python's lock lets only one thread allocate at a time anyway.
    """
    with suppress(AttributeError):  # another C library, without arenas
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


def freeze():
    """Exclude existing objects from garbage collection, before processes are forked.

    Collection writes to each object it visits, which would copy shared memory.
    """
    gc.collect()
    gc.freeze()
