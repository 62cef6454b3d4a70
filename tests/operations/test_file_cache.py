"""A disk that is full, which a limit on the size of files stands for."""

import resource
import signal

import pytest

from django.http import HttpResponse

from boulder_therapeutics.operations.file_cache import FileCache
from boulder_therapeutics.pagecache.cache import PageCache
from boulder_therapeutics.pagecache.entries import Entry
from boulder_therapeutics.pagecache.storage.files import FileStore
from boulder_therapeutics.pagecache.storage.locks import RenderLocks
from boulder_therapeutics.pagecache.storage.versions import ALL, MachineVersions


@pytest.fixture
def full_disk():
    """No file can be longer than a few bytes: EFBIG, an error like ENOSPC."""
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    signal.signal(signal.SIGXFSZ, handler)


def open_cache(folder):
    versions = MachineVersions(str(folder))
    return PageCache(versions, FileStore(folder), RenderLocks(folder))


def test_full_disk_is_an_empty_cache(full_disk, tmp_path):
    cache = FileCache(str(tmp_path), {})
    cache.set("key", "value" * 99)
    assert cache.get("key", "default") == "default"
    assert cache.add("key", "value" * 99)
    assert cache.get_or_set("key", "default" * 99) == "default" * 99
    assert not cache.delete("key")


@pytest.mark.django_db
def test_full_disk_is_not_ready(client, settings, tmp_path, request):
    backend = "boulder_therapeutics.operations.file_cache.FileCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": str(tmp_path)}}
    assert client.get("/health/ready").json()["cache"] == "ok"
    request.getfixturevalue("full_disk")
    assert client.get("/health/ready").json()["cache"] == "failing"


def test_folder_that_cannot_be_used_is_an_empty_cache(tmp_path):
    (tmp_path / "file").write_text("")
    cache = FileCache(str(tmp_path / "file" / "cache"), {})
    cache.set("key", "value")
    assert cache.get("key", "default") == "default"
    assert not cache.has_key("key")


def test_page_cache_without_space_for_versions_is_empty(full_disk, tmp_path):
    cache = open_cache(tmp_path)
    assert cache.current() is None
    cache.invalidate([ALL])
    assert not (tmp_path / "versions").stat().st_size


def test_page_cache_starts_when_there_is_space_again(tmp_path):
    cache = open_cache(tmp_path)
    (tmp_path / "versions").mkdir()
    assert cache.current() is None
    (tmp_path / "versions").rmdir()
    assert cache.current() > 0


def test_versions_have_their_space_on_disk(tmp_path):
    MachineVersions(str(tmp_path)).current()
    file = (tmp_path / "versions").stat()
    assert file.st_blocks * 512 >= file.st_size


def test_entries_that_do_not_fit_leave_no_file_and_stay_in_memory(tmp_path, request):
    cache = open_cache(tmp_path)
    response = HttpResponse("Words. " * 100)
    entry = Entry.from_response(response, cache.current(), [ALL], float("inf"))
    request.getfixturevalue("full_disk")
    cache.set("key", entry)
    assert cache.get("key", cache.current()) == entry
    assert list(tmp_path.glob("new-*")) == []
