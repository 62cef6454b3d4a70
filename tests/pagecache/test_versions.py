"""A purge is seen at once by whoever shares the cache."""

import subprocess
import sys

import pytest

from django.http import HttpResponse

from boulder_therapeutics.pagecache.cache import PageCache
from boulder_therapeutics.pagecache.entries import Entry
from boulder_therapeutics.pagecache.storage.files import FileStore, Memory, Queue
from boulder_therapeutics.pagecache.storage.versions import ALL, MachineStamps

OTHER_PROCESS = """
import sys
from boulder_therapeutics.pagecache.storage.versions import MachineStamps
MachineStamps(sys.argv[1]).purge(["page-1"])
"""


def open_cache(folder):
    return PageCache(MachineStamps(folder), FileStore(folder), Queue(folder))


def make_entry(cache, *tags):
    response = HttpResponse("Words. " * 100)
    return Entry.make(response, cache.current(), [ALL, *tags], float("inf"))


@pytest.fixture
def caches(tmp_path):
    """Two processes, as far as what they remember is concerned."""
    return open_cache(str(tmp_path)), open_cache(str(tmp_path))


def test_entry_is_found_by_all_and_right_until_its_tag_is_purged(caches):
    one, other = caches
    one.set("key", make_entry(one, "page-1"))
    assert other.get("key", other.current()) == one.get("key", one.current())
    other.purge(["page-2"])
    assert one.get("key", one.current())
    other.purge(["page-1"])
    assert one.get("key", one.current()) is None
    assert one.last_good("key")


def test_entry_begun_before_a_purge_is_never_right(caches):
    one, other = caches
    entry = make_entry(one, "page-1")
    other.purge(["page-1"])
    one.set("key", entry)
    assert one.get("key", one.current()) is None


def test_purge_in_another_process_is_seen(caches, tmp_path):
    one, _ = caches
    one.set("key", make_entry(one, "page-1"))
    assert one.get("key", one.current())
    command = [sys.executable, "-c", OTHER_PROCESS, str(tmp_path)]
    subprocess.run(command, check=True)
    assert one.get("key", one.current()) is None


def test_nothing_is_trusted_when_the_stamps_are_lost(caches, tmp_path):
    one, _ = caches
    one.set("key", make_entry(one, "page-1"))
    (tmp_path / "stamps").unlink()
    assert one.get("key", one.current()) is None
    assert one.last_good("key") is None


def test_half_written_entry_is_none(caches, tmp_path):
    one, other = caches
    one.set("key", make_entry(one))
    [path] = [path for path in tmp_path.glob("??/*") if path.is_file()]
    path.write_bytes(path.read_bytes()[:-1])
    assert other.get("key", other.current()) is None


def test_memory_is_bounded(caches):
    entry = make_entry(caches[0])
    memory = Memory(entry.size * 3)
    for number in range(10):
        memory.set(number, entry)
    assert list(memory.entries) == [7, 8, 9]
    assert memory.size == entry.size * 3
