"""An invalidation is seen at once by all processes that share the cache."""

import subprocess
import sys

import pytest

from django.http import HttpResponse

from boulder_therapeutics.pagecache.cache import PageCache
from boulder_therapeutics.pagecache.entries import Entry
from boulder_therapeutics.pagecache.storage.files import FileStore
from boulder_therapeutics.pagecache.storage.locks import RenderLocks
from boulder_therapeutics.pagecache.storage.memory import MemoryStore
from boulder_therapeutics.pagecache.storage.versions import ALL, GONE, MachineVersions

OTHER_PROCESS = """
import sys
from boulder_therapeutics.pagecache.storage.versions import MachineVersions
MachineVersions(sys.argv[1]).invalidate(["page-1"])
"""


def open_cache(folder):
    return PageCache(MachineVersions(folder), FileStore(folder), RenderLocks(folder))


def make_entry(cache, *tags):
    response = HttpResponse("Words. " * 100)
    return Entry.from_response(response, cache.current(), [ALL, *tags], float("inf"))


@pytest.fixture
def caches(tmp_path):
    """The caches of two processes."""
    return open_cache(str(tmp_path)), open_cache(str(tmp_path))


def test_entry_is_shared_and_valid_until_its_tag_is_invalidated(caches):
    one, other = caches
    one.set("key", make_entry(one, "page-1"))
    assert other.get("key", other.current()) == one.get("key", one.current())
    other.invalidate(["page-2"])
    assert one.get("key", one.current())
    other.invalidate(["page-1"])
    assert one.get("key", one.current()) is None
    assert one.get_stale("key")


def test_entry_rendered_before_an_invalidation_is_not_valid(caches):
    one, other = caches
    entry = make_entry(one, "page-1")
    other.invalidate(["page-1"])
    one.set("key", entry)
    assert one.get("key", one.current()) is None


def test_invalidation_in_another_process_is_seen(caches, tmp_path):
    one, _ = caches
    one.set("key", make_entry(one, "page-1"))
    assert one.get("key", one.current())
    command = [sys.executable, "-c", OTHER_PROCESS, str(tmp_path)]
    subprocess.run(command, check=True)
    assert one.get("key", one.current()) is None


def test_no_entry_is_valid_when_the_versions_are_lost(caches, tmp_path):
    one, _ = caches
    one.set("key", make_entry(one, "page-1"))
    (tmp_path / "versions").unlink()
    assert one.get("key", one.current()) is None
    assert one.get_stale("key") is None


def test_half_written_entry_is_ignored(caches, tmp_path):
    one, other = caches
    one.set("key", make_entry(one))
    [path] = [path for path in tmp_path.glob("??/*") if path.is_file()]
    path.write_bytes(path.read_bytes()[:-1])
    assert other.get("key", other.current()) is None


def test_memory_is_bounded(caches):
    entry = make_entry(caches[0])
    memory = MemoryStore(entry.size * 3)
    for number in range(10):
        memory.set(number, entry)
    assert list(memory.entries) == [7, 8, 9]
    assert memory.size == entry.size * 3


def stored_files(folder):
    return [path for path in folder.glob("??/*") if path.is_file()]


def test_entry_that_shows_something_gone_is_deleted(caches, tmp_path):
    one, other = caches
    one.set("gone", make_entry(one, "page-1"))
    one.set("other", make_entry(one, "page-2"))
    other.invalidate(["page-1", GONE + "page-1", "page-2"])
    other.delete_gone_soon()
    other.deletion.result()
    assert len(stored_files(tmp_path)) == 1
    assert one.get_stale("other")


def test_entry_rendered_before_something_went_is_not_stored(caches, tmp_path):
    one, other = caches
    entry = make_entry(one, "page-1")
    other.invalidate([GONE + "page-1"])
    one.set("key", entry)
    assert stored_files(tmp_path) == []
