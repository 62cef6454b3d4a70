"""Attempts of the same name or address are limited, also at the same time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from django.utils import timezone

from boulder_therapeutics.core.submission.throttle import Throttle

THROTTLE = Throttle("test", limit=5, seconds=60)


def test_attempts_at_the_same_time_are_counted_one_by_one():
    with ThreadPoolExecutor(16) as threads:
        waits = list(threads.map(THROTTLE.attempt, ["dana"] * 48))
    assert waits.count(0) == 5


@pytest.mark.parametrize("method", ["attempt", "wait"])
def test_wait_ends_when_the_oldest_attempt_expires(time_machine, method):
    time_machine.move_to(timezone.now(), tick=False)
    for _ in range(5):
        assert THROTTLE.attempt("dana") == 0
        time_machine.shift(timedelta(seconds=1))
    assert getattr(THROTTLE, method)("dana") == 55
    assert getattr(THROTTLE, method)("ann") == 0
    time_machine.shift(timedelta(seconds=55))
    assert getattr(THROTTLE, method)("dana") == 0


def test_success_forgets_attempts():
    for _ in range(6):
        assert THROTTLE.attempt("dana") == 0
        THROTTLE.forget_last("dana")
