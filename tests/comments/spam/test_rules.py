"""The rules that set the status of a new comment."""

import json

import pytest

from blog.comments.models import Comment, CommentSettings
from blog.comments.spam.rules import Evaluation, evaluate, rules
from blog.comments.submission.submission import Submission
from tests.factories import BlogPageFactory, CommentFactory, PersonFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


@pytest.fixture
def result(article, typed, comment_settings):
    """Evaluate a harmless comment with the given fields changed."""

    def result(**changed):
        fields = typed | {"page": article, "settings": comment_settings} | changed
        return evaluate(Submission(**fields))

    return result


@pytest.fixture
def matched(result):
    """Return the names of the rules that match a comment."""

    def matched(**changed):
        return {reason["rule"] for reason in result(**changed).reasons}

    return matched


def test_harmless_comment_is_approved(result):
    assert result() == Evaluation()


def test_rules_have_unique_labels():
    assert all(rule.label for rule in rules)
    assert len({rule.label for rule in rules}) == len(rules)


def test_filled_honeypot_is_spam(result):
    assert result(is_from_program=True).status == STATUS.SPAM


def test_default_settings_hold_every_comment(result, matched):
    settings = CommentSettings()
    assert result(settings=settings).status == STATUS.PENDING
    assert "hold_all" in matched(settings=settings)


@pytest.mark.parametrize("field", ["name", "email", "text", "ip", "user_agent"])
def test_disallowed_word_is_found_in_every_field(result, comment_settings, field):
    comment_settings.disallowed_words = "\n\nbadword\n203.0.113."
    value = "203.0.113.9" if field == "ip" else "a BadWord@example.com"
    assert result(**{field: value}).status == STATUS.SPAM


@pytest.mark.parametrize("rule", ["disallowed", "moderation"])
def test_reason_names_words_of_the_text_but_not_of_the_sender(
    result, comment_settings, rule
):
    """The reason outlives the IP address and the browser of the sender."""
    setattr(comment_settings, f"{rule}_words", "203.0.113.9\nbadword\nOddBrowser")
    for sender in ({"ip": "203.0.113.9"}, {"user_agent": "OddBrowser/1"}):
        [reason] = result(**sender).reasons
        assert reason["why"].endswith("in the sender’s email, IP address or browser.")
    [reason] = result(text="A badword", ip="203.0.113.9").reasons
    assert reason["why"].endswith("word: “badword”.")


@pytest.mark.parametrize("text", ["bad<b></b>word", "bad\u200bword", "b<i>a</i>dword"])
def test_disallowed_word_is_found_when_split_by_markup_or_invisible_characters(
    result, comment_settings, text
):
    comment_settings.disallowed_words = "badword"
    assert result(text=text).status == STATUS.SPAM


def test_moderation_word_is_found_in_any_script_and_case(matched, comment_settings):
    comment_settings.moderation_words = "казино"
    assert matched(text="Лучшее КАЗИНО города") == {"moderation_word"}


def test_spam_takes_precedence_and_all_reasons_are_stored(
    result, matched, comment_settings
):
    comment_settings.disallowed_words = comment_settings.moderation_words = "badword"
    assert result(text="badword").status == STATUS.SPAM
    assert matched(text="badword") == {"disallowed_word", "moderation_word"}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("See https://example.org/a.", False),
        ("See https://example.org/a and http://example.org/b", True),
        ("www.example.org www.example.com example.net", True),
        ("ht<b></b>tp://example.org ht<b></b>tp://example.com", True),
        ("[url=http://a.example]x[/url] [url=http://b.example]y[/url]", True),
        ("My pace is 5.30 a mile, e.g. uphill.", False),
    ],
)
def test_comment_with_two_links_is_held(matched, text, held, comment_settings):
    comment_settings.disallowed_words = ""
    assert ("links" in matched(text=text)) == held


def test_link_limit_is_a_setting_and_zero_turns_it_off(matched, comment_settings):
    text = "http://a.example http://b.example http://c.example"
    comment_settings.max_links = 4
    assert matched(text=text) == set()
    comment_settings.max_links = 0
    assert matched(text=text) == set()


def test_author_is_known_only_with_the_same_name_and_email(
    matched, comment_settings, article, typed
):
    comment_settings.hold_new_authors = True
    assert matched() == {"new_author"}
    CommentFactory(page=article, name=typed["name"], email=typed["email"])
    assert matched() == set()
    assert matched(email="other@example.com") == {"new_author"}
    assert matched(name="Other") == {"new_author"}


def test_pending_comment_does_not_make_an_author_known(
    matched, comment_settings, article, typed
):
    comment_settings.hold_new_authors = True
    known = {"name": typed["name"], "email": typed["email"]}
    CommentFactory(page=article, status=STATUS.PENDING, **known)
    assert matched() == {"new_author"}


def test_visitor_with_a_staff_name_or_email_is_held(matched, editor):
    editor.first_name, editor.last_name = "Ana", "Ruiz"
    editor.save()
    PersonFactory(name="bt-admin")
    for changed in [
        {"email": editor.email.upper()},
        {"name": "ANA  Ruiz"},
        {"name": "An\u200ba Ruiz"},
        {"name": "BT-Admin"},
        {"name": editor.username},
        {"name": "Clinic Team"},
    ]:
        assert matched(**changed) == {"staff_identity"}


def test_moderators_and_page_owners_skip_the_rules(result, moderator, editor, article):
    assert result(user=moderator, is_from_program=True).status == STATUS.APPROVED
    assert result(user=editor, text="Casino").status == STATUS.PENDING
    article.owner = editor
    assert result(user=editor, text="Casino").status == STATUS.APPROVED


@pytest.mark.parametrize(
    "text", ["I have CHEST PAIN since noon", "I can’t breathe", "numb groin"]
)
def test_urgent_word_holds_the_comment_as_urgent(result, text):
    evaluation = result(text=text)
    assert (evaluation.status, evaluation.is_urgent) == (STATUS.PENDING, True)


@pytest.mark.parametrize(
    "text",
    [
        "Call me: (303) 555-0100",
        "303.555.0100 after five",
        "+44 20 7946 0958",
        "I was born on March 14, 1985",
        "DOB 3/14/85",
        "1985-03-14 is the date",
        "Write to dana.w@example.com please",
    ],
)
def test_personal_details_are_held(matched, text):
    assert matched(text=text) == {"personal_details"}


@pytest.mark.parametrize(
    "text",
    [
        "I ran 10 km in 52:30 on 12/10/2026, 3 x 10 reps.",
        "See https://bjsm.example/content/53/13/8175551234",
        "Bolder Boulder 2026, bib 4521, 1,000 000 steps",
        "@clinic is that so?",
    ],
)
def test_distances_dates_and_bib_numbers_are_not_personal_details(matched, text):
    assert matched(text=text) == set()


@pytest.mark.parametrize(
    ("seconds", "held"), [(0.4, True), (2.9, True), (3, False), (-5, False)]
)
def test_comment_sent_within_three_seconds_is_held(matched, seconds, held):
    assert ("too_fast" in matched(seconds=seconds)) == held


def test_same_text_on_another_article_is_held(matched, blog_index, typed):
    CommentFactory(page=BlogPageFactory(parent=blog_index), text=typed["text"])
    assert matched() == {"repeated_text"}
    assert matched(text="Thanks!") == set()


@pytest.mark.parametrize("same", [{"email": "DANA@example.com"}, {"ip": "203.0.113.9"}])
def test_sender_with_comments_in_spam_is_held(matched, article, same):
    CommentFactory(page=article, status=STATUS.SPAM, **same)
    assert matched(ip="203.0.113.9") == {"sender_history"}


def test_good_clinic_comments_are_never_spam(result, shared_data):
    path = shared_data / "badinput/clinic_comments_a.json"
    comments = json.loads(path.read_text())
    good = [result(text=c["text"]).status for c in comments if not c["spam"]]
    assert STATUS.SPAM not in good
