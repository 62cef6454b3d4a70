from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from boulder_therapeutics.core.clinic.opening_hours import (
    Opening,
    SpecialOpening,
    format_time,
    group_week,
    list_special_days,
    list_statuses,
)


def hours(day, opens=None, closes=None):
    return Opening(day, opens and time(opens), closes and time(closes))


def special(day, opens=None, closes=None, reason=""):
    times = opens and time(opens), closes and time(closes)
    return SpecialOpening(date(2026, 12, day), *times, reason)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (time(0), "12am"),
        (time(8), "8am"),
        (time(12), "noon"),
        (time(12, 30), "12:30pm"),
        (time(19, 5), "7:05pm"),
    ],
)
def test_times_are_formatted_with_am_and_pm(moment, text):
    assert format_time(moment) == text


def test_neighboring_days_with_the_same_hours_are_joined():
    week = group_week([*(hours(day, 8, 19) for day in range(5)), hours(5, 9, 15)])
    assert week == [
        ("Mon to Fri", ["8am to 7pm"]),
        ("Saturday", ["9am to 3pm"]),
        ("Sunday", []),
    ]


def test_two_neighboring_days_are_joined_by_and():
    week = group_week([hours(5, 9, 15), hours(6, 9, 15)])
    assert week[-1] == ("Sat and Sun", ["9am to 3pm"])


def test_days_with_the_same_hours_that_are_not_neighbors_are_not_joined():
    week = group_week([hours(0, 8, 19), hours(2, 8, 19)])
    assert [row.days for row in week[:3]] == ["Monday", "Tuesday", "Wednesday"]


def test_spans_of_a_day_are_in_order():
    week = group_week([hours(0, 13, 19), hours(0, 8, 11)])
    assert week[0].spans == ["8am to 11am", "1pm to 7pm"]


def test_clinic_without_hours_is_closed_all_week():
    assert group_week([]) == [("Mon to Sun", [])]


def test_row_without_times_is_a_closed_day():
    assert group_week([hours(day) for day in range(7)]) == [("Mon to Sun", [])]


def test_special_days_are_listed_from_today_for_30_days():
    rows = [special(day) for day in (1, 2, 31)] + [special(24, reason="Christmas Eve")]
    listed = list_special_days(rows, today=date(2026, 12, 2))
    assert [day.date.day for day in listed] == [2, 24, 31]


def test_special_day_beyond_30_days_is_not_listed_yet():
    assert list_special_days([special(31)], today=date(2026, 11, 30)) == []


def test_spans_of_a_special_day_are_joined_under_its_reason():
    rows = [special(24, 8, 10), special(24, 11, 13, reason="Christmas Eve")]
    assert list_special_days(rows, today=date(2026, 12, 24)) == [
        (date(2026, 12, 24), "Christmas Eve", ["8am to 10am", "11am to 1pm"])
    ]


DENVER = ZoneInfo("America/Denver")
# Wednesday, December 23, has a break at noon; Thursday is special, Friday closed.
WEEK = [
    hours(0, 8, 19),
    hours(1, 8, 19),
    hours(2, 8, 12),
    hours(2, 13, 19),
    hours(3, 8, 19),
    hours(4, 8, 19),
]
CHRISTMAS = [special(24, 8, 12, reason="Christmas Eve"), special(25)]


def status(day, hour, minute=0, rows=WEEK, special_rows=CHRISTMAS):
    start = datetime(2026, 12, day, hour, minute, tzinfo=DENVER)
    return list_statuses(rows, special_rows, start, days=3)[0]


@pytest.mark.parametrize(
    ("day", "hour", "text"),
    [
        (23, 7, "Closed now, opens at 8am"),
        (23, 8, "Open now until noon"),
        (23, 12, "Closed now, opens at 1pm"),
        (23, 18, "Open now until 7pm"),
        (23, 19, "Closed now, opens tomorrow at 8am"),
        (24, 11, "Open now until noon"),
        (24, 12, "Closed now, opens Monday at 8am"),
        (25, 9, "Closed now, opens Monday at 8am"),
        (27, 9, "Closed now, opens tomorrow at 8am"),
    ],
)
def test_status_follows_the_hours_and_the_special_days(day, hour, text):
    moment, shown = status(day, hour)
    assert (moment.hour, shown) == (hour, text)


def test_opening_after_more_than_a_week_is_given_as_a_date():
    holidays = [special(day) for day in range(22, 32)]
    assert status(23, 9, rows=[hours(3, 8, 19)], special_rows=holidays)[1] == (
        "Closed now, opens January 7 at 8am"
    )


def test_clinic_that_never_opens_is_closed_now():
    assert status(23, 9, rows=[], special_rows=[])[1] == "Closed now"


def test_statuses_change_with_each_span_and_at_midnight():
    start = datetime(2026, 12, 23, 9, tzinfo=DENVER)
    listed = list_statuses(WEEK, CHRISTMAS, start, days=2)
    assert [f"{moment:%d %H}" for moment, _ in listed] == [
        "23 09",
        "23 12",
        "23 13",
        "23 19",
        "24 00",
        "24 08",
        "24 12",
    ]


def test_statuses_follow_the_end_of_daylight_saving_time():
    start = datetime(2026, 10, 31, 20, tzinfo=DENVER)
    listed = dict(list_statuses([hours(6, 8, 10)], [], start, days=2))
    opening = datetime(2026, 11, 1, 8, tzinfo=ZoneInfo("UTC"))
    assert listed[opening.replace(hour=15)] == "Open now until 10am"
