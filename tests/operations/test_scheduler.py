from datetime import timedelta

import pytest

from django.utils import timezone

from boulder_therapeutics.operations.scheduler import Scheduler, scheduler
from tests.factories import BlogPageFactory


@pytest.fixture
def jobs():
    return Scheduler()


def test_job_runs_once_in_its_interval(jobs, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    runs = []
    jobs.every(60)(lambda: runs.append(1))
    jobs.run_due_jobs()
    jobs.run_due_jobs()
    assert runs == [1]
    time_machine.shift(61)
    jobs.run_due_jobs()
    assert runs == [1, 1]


def test_job_runs_although_the_clock_was_set_back(jobs, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    runs = []
    jobs.every(60)(lambda: runs.append(1))
    jobs.run_due_jobs()
    time_machine.shift(timedelta(days=-2))
    jobs.run_due_jobs()
    assert runs == [1, 1]


def test_failing_job_does_not_stop_the_next(jobs, caplog):
    runs = []

    def fail():
        raise ValueError("broken")

    jobs.every(60)(fail)
    jobs.every(60)(lambda: runs.append(1))
    jobs.run_due_jobs()
    assert runs == [1]
    assert "fail failed" in caplog.text


def test_scheduled_article_is_published_when_due(client, blog_index, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    page = BlogPageFactory(parent=blog_index, live=False)
    page.go_live_at = start + timedelta(days=1)
    page.save_revision().publish()
    scheduler.run_due_jobs()
    assert client.get(f"/blog/{page.slug}/").status_code == 404
    time_machine.move_to(start + timedelta(days=1, minutes=2), tick=False)
    scheduler.run_due_jobs()
    assert client.get(f"/blog/{page.slug}/").status_code == 200
