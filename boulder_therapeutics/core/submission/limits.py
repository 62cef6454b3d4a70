"""How often a visitor may send a form: the same for comments and messages."""

import math
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import ngettext

from wagtail.admin.panels import MultiFieldPanel

PERIOD = timedelta(hours=1)  # the longest of the limits


class RateLimitsMixin(models.Model):
    """Settings of a form that visitors can send only so often; 0 means no limit."""

    seconds_between = models.PositiveIntegerField(
        default=15,
        help_text="How long a visitor must wait before sending the form again.",
    )
    per_minute = models.PositiveIntegerField(
        default=5, help_text="The most accepted per minute from one IP address."
    )
    per_hour = models.PositiveIntegerField(
        default=30, help_text="The most accepted per hour from one IP address."
    )

    rate_limits_panel = MultiFieldPanel(
        ["seconds_between", "per_minute", "per_hour"], heading="Rate limits"
    )

    class Meta:
        abstract = True


def seconds_to_wait(limits, recent, from_ip):
    """Return the whole seconds until `limits` accept another form, 0 for now.

    `limits` are a RateLimitsMixin. The times of previous forms in the last PERIOD,
    newest first, are `recent` for those of the same sender, and `from_ip` for those
    from the same IP address.
    """
    seconds = list(waits(from_ip, limits))
    if recent := not_newer(recent):
        passed = (timezone.now() - recent[0]).total_seconds()
        seconds.append(limits.seconds_between - passed)
    return max(0, math.ceil(max(seconds, default=0)))


def waits(times, limits):
    """Yield the seconds to wait for each limit that is reached.

    `times` are those of what was sent before, newest first.
    """
    times = not_newer(times)
    for limit, period in periods(limits):
        if 0 < limit <= len(times):
            yield period - (timezone.now() - times[limit - 1]).total_seconds()


def not_newer(times):
    """Return those of `times` that are past; others are of a clock that was wrong."""
    now = timezone.now()
    return [time for time in times if time <= now]


def periods(limits):
    """Return how much is accepted in which periods, in seconds."""
    return [(limits.per_minute, 60), (limits.per_hour, 3600)]


def too_many(seconds):
    """Return the words for a visitor who has to wait."""
    return ngettext(
        "You are posting too quickly. Please wait {} second, then try again.",
        "You are posting too quickly. Please wait {} seconds, then try again.",
        seconds,
    ).format(seconds)
