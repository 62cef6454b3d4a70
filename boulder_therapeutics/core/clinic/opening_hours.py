"""Opening hours as text, like “Mon to Fri, 8am to 7pm”."""

import datetime
from datetime import timedelta
from itertools import groupby
from typing import NamedTuple

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext

# For editors and schema.org, always in English.
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SPECIAL_DAYS_AHEAD = timedelta(days=30)
# How far ahead to look for the next opening while the clinic is closed.
DAYS_TO_OPENING = 14


class Opening(NamedTuple):
    """A time span on a day of the week, Monday being 0. Without times, closed."""

    day: int
    opens: datetime.time | None
    closes: datetime.time | None


class SpecialOpening(NamedTuple):
    """A time span on a date with different hours. Without times, closed."""

    date: datetime.date
    opens: datetime.time | None
    closes: datetime.time | None
    reason: str = ""


class Hours(NamedTuple):
    """The hours of neighboring days as text. Without spans, closed."""

    days: str
    spans: list[str]


class SpecialHours(NamedTuple):
    """The hours of a special day as text."""

    date: datetime.date
    reason: str
    spans: list[str]


def format_time(time) -> str:
    """Return a time as text, like “8am”, “12:30pm” or “noon”."""
    if (time.hour, time.minute) == (12, 0):
        return gettext("noon")
    minutes = f":{time.minute:02}" if time.minute else ""
    clock = f"{time.hour % 12 or 12}{minutes}"
    return (gettext("%sam") if time.hour < 12 else gettext("%spm")) % clock


def format_spans(rows) -> list[str]:
    """Return the time spans of a day as text, earliest first."""
    times = sorted((row.opens, row.closes) for row in rows if row.opens and row.closes)
    return [format_span(opens, closes) for opens, closes in times]


def format_span(opens, closes) -> str:
    """Return a time span as text, like “8am to 7pm”."""
    times = {"opens": format_time(opens), "closes": format_time(closes)}
    return gettext("%(opens)s to %(closes)s") % times


def group_week(rows) -> list[Hours]:
    """Group neighboring days with the same hours; days without rows are closed."""
    by_day = [format_spans(row for row in rows if row.day == day) for day in range(7)]
    return [
        Hours(format_days([day for day, _ in group]), spans)
        for spans, group in groupby(enumerate(by_day), key=lambda item: item[1])
    ]


def format_days(days) -> str:
    """Return neighboring days as text: “Monday”, “Sat and Sun”, “Mon to Fri”."""
    if len(days) == 1:
        return capfirst(WEEKDAYS[days[0]])
    first, last = (WEEKDAYS_ABBR[day] for day in (days[0], days[-1]))
    names = {"first": capfirst(first), "last": last}
    if len(days) == 2:
        return gettext("%(first)s and %(last)s") % names
    return gettext("%(first)s to %(last)s") % names


def list_special_days(rows, today) -> list[SpecialHours]:
    """Return the special days from today on, soonest first."""
    soon = [row for row in rows if today <= row.date <= today + SPECIAL_DAYS_AHEAD]
    soon.sort(key=lambda row: row.date)
    return [
        special_hours(date, list(group))
        for date, group in groupby(soon, key=lambda row: row.date)
    ]


def spans_on(date, rows, special_rows):
    """Return the (opens, closes) spans of a date, preferring special ones."""
    own = [row for row in special_rows if row.date == date]
    rows = own or [row for row in rows if row.day == date.weekday()]
    return sorted((row.opens, row.closes) for row in rows if row.opens and row.closes)


def find_contradictions(rows) -> list[int]:
    """Return the numbers of the (day, opens, closes) rows that contradict one above."""
    return [
        number
        for number, row in enumerate(rows)
        if any(contradict(row, above) for above in rows[:number])
    ]


def contradict(row, other) -> bool:
    """Return whether two rows are for the same day, and overlap or one is closed."""
    (day, opens, closes), (other_day, other_opens, other_closes) = row, other
    if day != other_day:
        return False
    if opens is None or other_opens is None:
        return opens != other_opens
    return opens < other_closes and other_opens < closes


def list_statuses(rows, special_rows, start, days) -> list[tuple]:
    """Return (moment, text) for each change of the open status, in order.

    The first is the status at `start`, an aware datetime; the last is `days` later.
    A script picks the current one, so that the page can be cached.
    """
    spans = {}
    for number in range(days + DAYS_TO_OPENING):
        date = start.date() + timedelta(days=number)
        spans[date] = [
            tuple(datetime.datetime.combine(date, time, start.tzinfo) for time in span)
            for span in spans_on(date, rows, special_rows)
        ]
    dates = list(spans)[:days]
    midnight = datetime.time.min
    midnights = [datetime.datetime.combine(d, midnight, start.tzinfo) for d in dates]
    changes = {moment for date in dates for span in spans[date] for moment in span}
    moments = sorted({start, *midnights, *changes})
    openings = sorted(span for day in spans.values() for span in day)
    return [(m, status_at(m, openings)) for m in moments if m >= start]


def status_at(moment, openings) -> str:
    """Return the open status at a moment as text, like “Open now until 7pm”.

    `openings` are the spans of all days around it, as pairs of datetimes in order.
    """
    for opens, closes in openings:
        if opens <= moment < closes:
            return gettext("Open now until %s") % format_time(closes)
        if moment < opens:
            return gettext("Closed now, opens %s") % format_day(opens, moment)
    return gettext("Closed now")


def format_day(moment, now) -> str:
    """Return a coming moment as text relative to `now`, like “tomorrow at 8am”."""
    days, time = (moment.date() - now.date()).days, format_time(moment)
    if days == 0:
        return gettext("at %s") % time
    if days == 1:
        return gettext("tomorrow at %s") % time
    date = date_format(moment, "MONTH_DAY_FORMAT")
    day = WEEKDAYS[moment.weekday()] if days < 7 else date
    return gettext("%(day)s at %(time)s") % {"day": day, "time": time}


def special_hours(date, rows) -> SpecialHours:
    """Return the hours of one date, which all `rows` are for."""
    reason = next((row.reason for row in rows if row.reason), "")
    return SpecialHours(date, reason, format_spans(rows))
