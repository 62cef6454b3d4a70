from datetime import date, time

import pytest

from boulder_therapeutics.core.opening_hours import (
    Opening,
    SpecialOpening,
    group_week,
    list_special_days,
    time_in_words,
)


def hours(day, opens=None, closes=None):
    return Opening(day, opens and time(opens), closes and time(closes))


def special(day, opens=None, closes=None, reason=""):
    times = opens and time(opens), closes and time(closes)
    return SpecialOpening(date(2026, 12, day), *times, reason)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(0), "12am"),
        (time(8), "8am"),
        (time(12), "noon"),
        (time(12, 30), "12:30pm"),
        (time(19, 5), "7:05pm"),
    ],
)
def test_times_are_said_as_readers_say_them(moment, words):
    assert time_in_words(moment) == words


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


def test_equal_days_that_are_apart_are_not_joined():
    week = group_week([hours(0, 8, 19), hours(2, 8, 19)])
    assert [row.days for row in week[:3]] == ["Monday", "Tuesday", "Wednesday"]


def test_spans_of_a_day_stand_in_order():
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
