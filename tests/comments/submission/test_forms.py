"""What the fields of a comment take."""

import json

import pytest

from blog.comments.submission.forms import CommentForm

FIELDS = {"name": "name", "email": "email", "body": "text"}
LIMITS = {"name": 245, "email": 100, "text": 65_525}


def errors(typed, **changed):
    return CommentForm(typed | changed).errors


def test_collected_cases_are_judged_right(shared_data, typed):
    cases = json.loads((shared_data / "badinput/field_cases_a.json").read_text())
    wrong = []
    for case in cases:
        field = FIELDS.get(case["field"])
        if field is None:
            continue
        found = bool(errors(typed, **{field: case["value"]}))
        if {"accept": True, "reject": False}.get(case["expect"]) == found:
            wrong.append(case["why"])
    assert wrong == []


@pytest.mark.parametrize("field", LIMITS)
def test_limit_itself_is_accepted_and_one_more_refused(typed, field):
    limit = LIMITS[field]
    if field == "email":
        value = "x" * 60 + "@" + "e" * (limit - 65) + ".com"
    else:
        value = "💪" * limit
    assert errors(typed, **{field: value}) == {}
    assert f"must be {limit:,} characters or fewer." in str(
        errors(typed, **{field: "x" + value})
    )


@pytest.mark.parametrize("field", LIMITS)
@pytest.mark.parametrize("character", ["\x00", "\ud800"])
def test_what_no_database_keeps_is_refused_and_can_be_sent_back(
    typed, field, character
):
    form = CommentForm(typed | {field: typed[field] + character + "x"})
    assert field in form.errors
    assert form[field].value() == typed[field] + "\ufffdx"


@pytest.mark.parametrize("field", ["name", "email"])
@pytest.mark.parametrize("character", ["\r\n", "\t", "\x07", "\u2028", "\x85"])
def test_name_and_email_stay_on_one_line(typed, field, character):
    assert field in errors(typed, **{field: f"a{character}b@example.com"})


def test_values_are_trimmed_and_normalized(typed):
    form = CommentForm(
        typed | {"name": " Siobha\u0301n ", "text": "\r\nOne\r\nTwo\rThree\n"}
    )
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Siobh\u00e1n"
    assert form.cleaned_data["text"] == "One\nTwo\nThree"


@pytest.mark.parametrize(
    "email", ["a@b", "a@localhost", "a@example..org", "a b@example.org", "@example.org"]
)
def test_email_has_to_be_one_that_somebody_can_have(typed, email):
    assert errors(typed, email=email) == {
        "email": ["Enter a valid email address, like name@example.com."]
    }


def test_heaps_of_accents_take_no_time(typed):
    form = CommentForm(typed | {"text": "a" + "\u0300\u0316" * 30_000})
    assert form.is_valid()
    assert len(form.cleaned_data["text"]) == 60_001


def test_staff_gives_neither_name_nor_email(moderator):
    form = CommentForm({"text": "An answer."}, user=moderator)
    assert form.is_valid()
    assert form.author == (moderator.username, moderator.email)


def test_browser_cuts_nothing(typed):
    assert "maxlength" not in CommentForm()["text"].as_widget()
