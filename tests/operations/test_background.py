"""A function runs in a thread when woken or due, and survives its errors."""

import os
import threading

import pytest

from boulder_therapeutics.operations.background import BackgroundWork

LIMIT = 10  # seconds, if the thread is broken


class Runs:
    """A function that lets a test wait for its runs and decide what they return."""

    def __init__(self, *results):
        self.results, self.done = list(results), threading.Semaphore(0)

    __name__ = "runs"

    def __call__(self):
        result = self.results.pop(0) if self.results else None
        self.done.release()
        if isinstance(result, Exception):
            raise result
        return result

    def happen(self, count=1):
        """Wait for `count` more runs, and return whether they came."""
        return all(self.done.acquire(timeout=LIMIT) for _ in range(count))


def test_started_work_runs_at_once_and_again_when_woken():
    runs = Runs()
    work = BackgroundWork(runs)
    work.start()
    assert runs.happen()
    work.wake()
    assert runs.happen()


def test_work_runs_again_when_due():
    runs = Runs(0.01, 0.01)
    BackgroundWork(runs).start()
    assert runs.happen(3)


def test_work_that_was_not_started_does_not_run():
    runs = Runs()
    BackgroundWork(runs).wake()
    assert not runs.done.acquire(timeout=0.05)


def test_starting_twice_is_starting_once():
    runs = Runs()
    work = BackgroundWork(runs)
    work.start()
    work.start()
    assert runs.happen()
    assert not runs.done.acquire(timeout=0.05)


def test_error_is_logged_and_retried_later(caplog):
    work = BackgroundWork(Runs(ValueError("broken")))
    assert work.run_once() > 0
    assert "runs failed" in caplog.text
    assert work.run_once() is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_work_can_be_started_again_after_a_fork():
    work = BackgroundWork(Runs())
    work.start()
    assert work.run.happen()
    reader, writer = os.pipe()
    if not (child := os.fork()):
        work.run = lambda: os.write(writer, b"ran") and None
        work.run.__name__ = "child"
        work.start()
        threading.Event().wait(LIMIT)
    assert os.read(reader, 3) == b"ran"
    os.kill(child, 9)
    os.waitpid(child, 0)


def test_low_priority_is_that_of_the_thread_alone():
    priorities = []

    def run():
        thread = threading.get_native_id()
        priorities.append(os.getpriority(os.PRIO_PROCESS, thread))
        done.set()

    done = threading.Event()
    before = os.getpriority(os.PRIO_PROCESS, 0)
    BackgroundWork(run, low_priority=True).start()
    assert done.wait(LIMIT)
    assert priorities == [19]
    assert os.getpriority(os.PRIO_PROCESS, 0) == before
