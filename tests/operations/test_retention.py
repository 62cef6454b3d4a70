"""One command deletes everything whose period is over, whichever app stores it."""

from datetime import timedelta

import pytest

from django.core.management import call_command
from django.utils import timezone

from boulder_therapeutics.core.models import ContactMessage
from boulder_therapeutics.operations.scheduler import scheduler
from boulder_therapeutics.transfer.models import SiteExport

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(capsys):
    """A function that runs the command and returns its report as a dict."""

    def run_command():
        call_command("retention")
        lines = capsys.readouterr().out.splitlines()
        return dict(line.split(": ") for line in lines)

    return run_command


@pytest.fixture
def message():
    return ContactMessage.objects.create(name="Dana", ip="203.0.113.7")


def test_ip_addresses_of_messages_are_deleted(report, message, time_machine):
    assert report()["IP addresses of contact messages deleted"] == "0"
    time_machine.move_to(timezone.now() + timedelta(hours=25))
    assert report()["IP addresses of contact messages deleted"] == "1"
    message.refresh_from_db()
    assert message.ip is None


def test_ip_addresses_of_messages_are_deleted_every_hour(message, time_machine):
    time_machine.move_to(timezone.now() + timedelta(hours=23))
    scheduler.run_due_jobs()
    time_machine.shift(timedelta(hours=1, minutes=1))
    scheduler.run_due_jobs()
    message.refresh_from_db()
    assert message.ip is None


def test_exports_of_the_site_are_deleted(report, settings, tmp_path):
    settings.EXPORT_FOLDER = tmp_path
    long_ago = timezone.now() - timedelta(days=8)
    export = SiteExport.objects.create(created=long_ago)
    export.path.write_text("Dana")
    assert report()["Exports of the site deleted"] == "1"
    assert not export.path.exists()


def test_every_deletion_is_due_and_reported(report):
    due = {job for _, job in scheduler.jobs.values()}
    assert set(scheduler.deletions.values()) <= due
    assert report().keys() == scheduler.deletions.keys()
    assert set(report().values()) == {"0"}
