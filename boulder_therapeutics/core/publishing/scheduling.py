"""Pages that are scheduled to go live can still be edited."""

from django.utils.html import format_html

from wagtail.locks import ScheduledForPublishLock
from wagtail.utils.timestamps import render_timestamp


class ScheduleNotice(ScheduledForPublishLock):
    """Tells editors which version goes live and when; locks nobody out."""

    def for_user(self, user):
        return False

    def get_message(self, user):
        go_live_at = self.object.scheduled_revision.approved_go_live_at
        return format_html(
            "This page goes live on <b>{}</b> as it was last scheduled. To include "
            "your changes, choose “Schedule to publish”.",
            render_timestamp(go_live_at),
        )

    def get_icon(self, user):
        return "calendar-check"

    def get_locked_by(self, user):
        return "Scheduled"

    def get_description(self, user):
        return "Goes live on the scheduled date, and can still be edited"


class SchedulingMixin:
    """A page that Wagtail would lock while it is scheduled, and that stays unlocked."""

    def get_lock(self):
        """Return a notice in place of the lock of a scheduled page."""
        lock = super().get_lock()
        return ScheduleNotice(self) if type(lock) is ScheduledForPublishLock else lock
