from datetime import timedelta

import pytest

from django.utils import timezone

from boulder_therapeutics.operations import scheduler
from tests.factories import BlogPageFactory


@pytest.fixture
def chores(monkeypatch):
    monkeypatch.setattr(scheduler, "chores", {})
    return scheduler.chores


def test_chore_is_done_once_in_its_time(chores, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    done = []
    scheduler.every(60)(lambda: done.append(1))
    scheduler.do_chores()
    scheduler.do_chores()
    assert done == [1]
    time_machine.shift(61)
    scheduler.do_chores()
    assert done == [1, 1]


def test_failing_chore_does_not_stop_the_next(chores, caplog):
    done = []

    def fail():
        raise ValueError("broken")

    scheduler.every(60)(fail)
    scheduler.every(60)(lambda: done.append(1))
    scheduler.do_chores()
    assert done == [1]
    assert "fail failed" in caplog.text


def test_scheduled_article_appears_by_itself(client, blog_index, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    page = BlogPageFactory(parent=blog_index, live=False)
    page.go_live_at = start + timedelta(days=1)
    page.save_revision().publish()
    scheduler.do_chores()
    assert client.get(f"/blog/{page.slug}/").status_code == 404
    time_machine.move_to(start + timedelta(days=1, minutes=2), tick=False)
    scheduler.do_chores()
    assert client.get(f"/blog/{page.slug}/").status_code == 200
