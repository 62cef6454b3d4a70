"""The search for entries of the lists of urgent, moderation and disallowed words."""

import pytest

from boulder_therapeutics.core.submission.words import find_entry


@pytest.mark.parametrize(
    "text",
    [
        "chest  pain",
        "chest\npain",
        "CHEST-pain",
        "chest\u2011pain",
        "chest\xa0pain",
        "Chést pain",
        "my chest \u2013 pains",
    ],
)
def test_case_accents_spaces_and_hyphens_make_no_difference(text):
    assert find_entry("chest pain", text)


@pytest.mark.parametrize("text", ["can't", "cant", "can’t", "can`t", "CAN´T"])
def test_apostrophes_make_no_difference(text):
    assert find_entry("can't breathe", f"I {text} breathe")
    assert find_entry(f"{text} breathe", "I can't breathe")


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("казино", "КАЗИНО́"),
        ("하", "하나"),
        ("opresión", "opresio\u0301n"),
        ("ガ", "ガ"),
    ],
)
def test_words_of_any_script_are_found(entry, text):
    assert find_entry(entry, text)


@pytest.mark.parametrize(
    ("entry", "text"), [("하", "한"), ("カ", "ガ"), ("chest pain", "chestpain")]
)
def test_other_words_are_not_found(entry, text):
    assert find_entry(entry, text) is None


def test_entry_is_a_plain_substring_and_blank_lines_are_skipped():
    assert find_entry("\n \n[link=\n203.0.113.", "x[LINK=y") == "[link="
    assert find_entry("203.0.113.", "203.0.113.9")
    assert find_entry("suicid", "SUICIDAL")


def test_entry_without_letters_is_compared_as_it_is():
    assert find_entry("---", "a --- b") == "---"
    assert find_entry("---\n'", "a well-known word") is None


def test_entry_does_not_span_two_texts():
    assert find_entry("chest pain", "chest", "pain") is None


def test_many_marks_cost_no_time():
    assert find_entry("chest pain", "a" + "\u0301\u0316\u05b0" * 20_000) is None
