"""Opening hours in words: “Mon to Fri, 8am to 7pm”."""

import datetime
from datetime import timedelta
from itertools import groupby
from typing import NamedTuple

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SPECIAL_DAYS_AHEAD = timedelta(days=30)
# How far to look for the next opening of a clinic that is closed.
DAYS_TO_OPENING = 14


class Opening(NamedTuple):
    """A span of a day of the week, Monday being 0; without times, closed."""

    day: int
    opens: datetime.time | None
    closes: datetime.time | None


class SpecialOpening(NamedTuple):
    """A span of one date that has other hours; without times, closed."""

    date: datetime.date
    opens: datetime.time | None
    closes: datetime.time | None
    reason: str = ""


class Hours(NamedTuple):
    """When the clinic is open on some days; without spans it is closed."""

    days: str
    spans: list[str]


class SpecialHours(NamedTuple):
    """When the clinic is open on one date, and why then."""

    date: object
    reason: str
    spans: list[str]


def time_in_words(time) -> str:
    """Say a time as readers do: “8am”, “12:30pm”, “noon”."""
    if (time.hour, time.minute) == (12, 0):
        return "noon"
    minutes = f":{time.minute:02}" if time.minute else ""
    return f"{time.hour % 12 or 12}{minutes}{'am' if time.hour < 12 else 'pm'}"


def spans_in_words(rows) -> list[str]:
    """Say the spans of a day, earliest first; rows without times say nothing."""
    times = sorted((row.opens, row.closes) for row in rows if row.opens and row.closes)
    return [
        f"{time_in_words(opens)} to {time_in_words(closes)}" for opens, closes in times
    ]


def group_week(rows) -> list[Hours]:
    """Join neighboring days with the same hours; a day without rows is closed."""
    by_day = [spans_in_words(row for row in rows if row.day == day) for day in range(7)]
    return [
        Hours(days_in_words([day for day, _ in group]), spans)
        for spans, group in groupby(enumerate(by_day), key=lambda item: item[1])
    ]


def days_in_words(days) -> str:
    """Say neighboring days: “Monday”, “Sat and Sun”, “Mon to Fri”."""
    if len(days) == 1:
        return DAYS[days[0]]
    joint = " and " if len(days) == 2 else " to "
    return joint.join(DAYS[day][:3] for day in (days[0], days[-1]))


def list_special_days(rows, today) -> list[SpecialHours]:
    """List the dates with other hours, from today on, soonest first."""
    soon = [row for row in rows if today <= row.date <= today + SPECIAL_DAYS_AHEAD]
    soon.sort(key=lambda row: row.date)
    return [
        special_hours(date, list(group))
        for date, group in groupby(soon, key=lambda row: row.date)
    ]


def spans_on(date, rows, special_rows):
    """Return the (opens, closes) of a date, its special ones in place of the week's."""
    own = [row for row in special_rows if row.date == date]
    rows = own or [row for row in rows if row.day == date.weekday()]
    return sorted((row.opens, row.closes) for row in rows if row.opens and row.closes)


def list_statuses(rows, special_rows, start, days) -> list[tuple]:
    """Return what to say of the clinic from when on, as (moment, words), in order.

    Begins with what is right at `start`, in the time zone of `start`, and goes on for
    so many `days`: whoever knows the time has only to pick.
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
    """Say whether the clinic is open at a moment: “Open now until 7pm”.

    `openings` are all spans of the days around it as pairs of moments, in order.
    """
    for opens, closes in openings:
        if opens <= moment < closes:
            return f"Open now until {time_in_words(closes)}"
        if moment < opens:
            return f"Closed now, opens {day_in_words(opens, moment)}"
    return "Closed now"


def day_in_words(moment, now) -> str:
    """Say when a moment of the next days is, seen from `now`: “tomorrow at 8am”."""
    days = (moment.date() - now.date()).days
    name = DAYS[moment.weekday()]
    date = f"{moment:%B} {moment.day}"
    day = {0: "", 1: "tomorrow "}.get(days, f"{name if days < 7 else date} ")
    return f"{day}at {time_in_words(moment)}"


def special_hours(date, rows) -> SpecialHours:
    """Join the rows of one date."""
    reason = next((row.reason for row in rows if row.reason), "")
    return SpecialHours(date, reason, spans_in_words(rows))
