"""What is remembered is never older than it seems."""

import datetime

import pytest
import time_machine

from django.utils import timezone

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.pagecache import limit, memoize, purge, tag
from boulder_therapeutics.pagecache.cache import get_cache
from boulder_therapeutics.pagecache.tagging import Recording, record


@memoize("row-{}")
def describe(pk, *, row):
    """Say what a row says that somebody has read."""
    return row["text"]


@pytest.fixture
def answer(reader):
    """Make an answer, as of now."""
    return lambda: record(Recording(get_cache().current()))


def test_what_was_read_before_a_change_is_not_remembered(answer, commit):
    row = {"text": "old"}
    with commit():
        purge(["row-1"])
    # Nobody has noted when it was read.
    assert describe(1, row=row) == "old"
    with answer():
        assert describe(1, row={"text": "new"}) == "new"


def test_what_is_made_on_the_way_is_as_old_as_what_it_is_made_for(answer, commit):
    @memoize("list")
    def show():
        row = {"text": "old"}
        with commit():
            purge(["row-2"])
        return describe(2, row=row)

    with answer():
        show()
    with answer():
        assert describe(2, row={"text": "new"}) == "new"


@memoize()
def read_row(number):
    """Read a row, which says so itself."""
    tag(f"row-{number}")
    return object()


@pytest.mark.parametrize(("purged", "again"), [("row-4", False), ("row-5", True)])
def test_without_tags_what_is_read_decides(answer, commit, purged, again):
    with answer():
        first = read_row(4)
    with commit():
        purge([purged])
    with answer() as recording:
        assert (read_row(4) is first) is again
    assert "row-4" in recording.tags


def test_what_an_answer_has_read_is_remembered(answer):
    with answer():
        describe(3, row={"text": "old"})
    with answer():
        assert describe(3, row={"text": "not asked for"}) == "old"


def test_looking_at_what_is_remembered_forgets_nothing(answer, commit):
    made = []

    @memoize("row-{}", most=3)
    def read(pk):
        made.append(pk)

    for _ in range(3):
        with answer():
            list(map(read, [1, 2, 3]))
        with commit():
            purge(["unrelated"])
    assert made == [1, 2, 3]


def test_answer_is_right_as_long_as_what_is_remembered(answer):
    later = timezone.now() + datetime.timedelta(hours=1)

    @memoize("row-{}")
    def read(pk):
        limit(later)

    for _ in range(2):
        with answer() as recording:
            read(1)
        assert recording.until == later.timestamp()


def test_nothing_is_remembered_for_longer_than_a_day(reader, site):
    assert "303 555 0009" not in reader.text("/about/")
    # As if the process that saved it had died before it said so.
    ClinicSettings.objects.update(phone="303 555 0009")
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=25)):
        assert "303 555 0009" in reader.text("/about/")
