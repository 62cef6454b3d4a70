"""Which values the fields of the comment form accept."""

import json

import pytest

from blog.comments.submission.forms import CommentForm

FIELDS = {"name": "name", "email": "email", "body": "text"}
LIMITS = {"name": 245, "email": 100, "text": 65_525}


def errors(typed, **changed):
    return CommentForm(typed | changed).errors


def test_collected_values_are_accepted_or_rejected_as_expected(shared_data, typed):
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
def test_length_limits_are_inclusive(typed, field):
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
def test_unstorable_characters_are_rejected_and_replaced(typed, field, character):
    form = CommentForm(typed | {field: typed[field] + character + "x"})
    assert field in form.errors
    assert form[field].value() == typed[field] + "\ufffdx"


@pytest.mark.parametrize("field", ["name", "email"])
@pytest.mark.parametrize("character", ["\r\n", "\t", "\x07", "\u2028", "\x85"])
def test_name_and_email_cannot_have_control_characters(typed, field, character):
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
def test_invalid_email_is_rejected(typed, email):
    assert errors(typed, email=email) == {
        "email": ["Enter a valid email address, like name@example.com."]
    }


def test_long_runs_of_combining_marks_are_accepted(typed):
    form = CommentForm(typed | {"text": "a" + "\u0300\u0316" * 30_000})
    assert form.is_valid()
    assert len(form.cleaned_data["text"]) == 60_001


def test_staff_need_no_name_and_email(moderator):
    form = CommentForm({"text": "A reply."}, user=moderator)
    assert form.is_valid()
    assert form.author == ("Clinic team", moderator.email)


def test_text_field_has_no_maxlength(typed):
    assert "maxlength" not in CommentForm()["text"].as_widget()
