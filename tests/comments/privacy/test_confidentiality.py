import pytest

from django.core.exceptions import ValidationError

from blog.comments.models import CommentSettings
from blog.comments.privacy.client_phrases import find_confirmations
from blog.comments.privacy.confidentiality import first_names
from tests.factories import PersonFactory

from .sentences import (
    CONFIRMING,
    CONFIRMING_IN_SPANISH,
    HARMLESS,
    HARMLESS_IN_SPANISH,
)

MOST_MISSED = 2


@pytest.mark.parametrize(
    ("confirming", "harmless"),
    [(CONFIRMING, HARMLESS), (CONFIRMING_IN_SPANISH, HARMLESS_IN_SPANISH)],
)
def test_most_confirming_sentences_are_found_and_few_others(confirming, harmless):
    missed = [text for text in confirming if not find_confirmations(text)]
    mistaken = [text for text in harmless if find_confirmations(text)]
    assert len(confirming) == len(harmless)
    assert len(missed) <= MOST_MISSED, missed
    assert len(mistaken) <= MOST_MISSED, mistaken


@pytest.mark.parametrize(
    "text",
    [
        "At your last visit we found the cause.",
        "Rest after your session.",
        "Please bring shoes to your next appointment!",
        "YOUR APPOINTMENT is confirmed",
        "I hope your\n treatment   helped",
        "It was good to see you.",
        "Thanks for coming in.",
        "As we discussed, less mileage.",
        "Last time you were here it was better.",
        "See you on Tuesday.",
        "As your therapist I would rest.",
        "You’re our client, so call us.",
        "When you came in, it was swollen.",
        "I worked on your IT band.",
        "We will note it in your chart.",
        "your Thursday session",
    ],
)
def test_phrases_that_confirm_a_client_are_found(text):
    assert find_confirmations(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you! Two weeks of rest are a good start.",
        "We cannot answer this in public: please call us or write to us.",
        "A first visit lasts 60 minutes.",
        "Sessions are tailored to each person.",
        "Your knee should not hurt during a run.",
        "If it hurts after your run, ice it.",
        "See your doctor if it is swollen.",
        "You are welcome to book an appointment at any time.",
        "Clients often ask this.",
    ],
)
def test_general_replies_have_no_such_phrases(text):
    assert find_confirmations(text) == []


def test_phrases_are_unique_and_in_order():
    text = "At your last visit, and again at your last visit: see you soon!"
    assert find_confirmations(text) == ["at your last visit", "see you soon"]


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ("see you", "We SEE\n YOU.", ["see you"]),
        ("see you", "We see. You run.", []),
        ("see you", "We foresee yours.", []),
        ("session*/visit* … you", "Sessions that help you", ["sessions that help you"]),
        ("visit … you", "A visit that may well help you", []),
        ("you're … in", "You’re, of course, in", ["you're of course in"]),
        ("see ... you", "see all of you", ["see all of you"]),
        ("", "see you", []),
    ],
)
def test_phrases_are_words_alternatives_gaps_and_endings(phrases, text, found):
    assert find_confirmations(text, phrases) == found


@pytest.mark.parametrize("line", ["you", "…", "see (you", "a//b you", "* you", "a/ b"])
def test_invalid_phrase_is_refused_with_the_line(db, line):
    settings = CommentSettings(client_phrases=f"see you\n{line}")
    with pytest.raises(ValidationError) as error:
        settings.full_clean()
    assert f"“{line}”: write at least two words" in str(error.value)


@pytest.mark.parametrize(
    ("templates", "message"),
    [
        ("A title only\n\nHi\nText.", "“A title only” has no text."),
        ("Hi\nSee you again!", "confirm that someone is a client: “see you again”"),
    ],
)
def test_unsafe_or_empty_template_is_refused(db, templates, message):
    with pytest.raises(ValidationError) as error:
        CommentSettings(reply_templates=templates).full_clean()
    assert message in str(error.value)


def test_default_phrases_and_templates_are_valid(db):
    settings = CommentSettings()
    settings.full_clean()
    assert find_confirmations("See you again!", settings.client_phrases)
    assert settings.reply_templates


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for seeing Maria last week!",
        "Please keep icing it as Dana showed you.",
        "It has improved under Dana’s hands.",
        "Dana told me how well you are doing.",
        "Dana will be happy to see you.",
    ],
)
def test_names_of_the_team_confirm_a_client(text):
    assert find_confirmations(text, names=["Dana", "Maria"])
    assert find_confirmations(text) == []


def test_first_names_are_those_of_people_and_not_of_roles(db):
    for name in "Dana Lee", "Lead therapist", "bt-admin", "Ana Díaz":
        PersonFactory(name=name)
    assert first_names() == ["Ana", "Dana"]
