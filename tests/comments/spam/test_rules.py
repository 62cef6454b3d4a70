"""What decides the status of a new comment."""

import json

import pytest

from blog.comments.models import Comment, CommentSettings
from blog.comments.spam.rules import judge, rules
from blog.comments.submission.submission import Submission, Verdict
from tests.factories import BlogPageFactory, CommentFactory, PersonFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


@pytest.fixture
def verdict(article, typed, comment_settings):
    """Judge the usual comment with something changed."""

    def ask(**changed):
        fields = typed | {"page": article, "settings": comment_settings} | changed
        return judge(Submission(**fields))

    return ask


def fired(verdict):
    return {reason["rule"] for reason in verdict.reasons}


def test_harmless_comment_is_approved(verdict):
    assert verdict() == Verdict()


def test_every_rule_says_what_it_looks_for():
    assert all(rule.__doc__ and rule.outcome for rule in rules)


def test_honeypot_makes_spam(verdict):
    assert verdict(is_from_program=True).status == STATUS.SPAM


def test_every_comment_is_held_at_launch(article, typed):
    judged = judge(Submission(page=article, settings=CommentSettings.load(), **typed))
    assert judged.status == STATUS.PENDING
    assert "everything" in fired(judged)


@pytest.mark.parametrize("field", ["name", "email", "text", "ip", "user_agent"])
def test_disallowed_word_is_found_in_every_field(verdict, comment_settings, field):
    comment_settings.disallowed_words = "\n\nbadword\n203.0.113."
    value = "203.0.113.9" if field == "ip" else "a BadWord@example.com"
    assert verdict(**{field: value}).status == STATUS.SPAM


@pytest.mark.parametrize("text", ["bad<b></b>word", "bad\u200bword", "b<i>a</i>dword"])
def test_disallowed_word_is_found_when_it_is_split(verdict, comment_settings, text):
    comment_settings.disallowed_words = "badword"
    assert verdict(text=text).status == STATUS.SPAM


def test_moderation_word_works_in_any_script(verdict, comment_settings):
    comment_settings.moderation_words = "казино"
    assert fired(verdict(text="Лучшее КАЗИНО города")) == {"moderation_word"}


def test_spam_outweighs_holding_and_keeps_all_reasons(verdict, comment_settings):
    comment_settings.disallowed_words = comment_settings.moderation_words = "badword"
    judged = verdict(text="badword")
    assert judged.status == STATUS.SPAM
    assert fired(judged) == {"disallowed_word", "moderation_word"}


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
def test_two_links_are_held(verdict, text, held, comment_settings):
    comment_settings.disallowed_words = ""
    assert ("links" in fired(verdict(text=text))) == held


def test_number_of_links_is_a_setting(verdict, comment_settings):
    text = "http://a.example http://b.example http://c.example"
    comment_settings.max_links = 4
    assert fired(verdict(text=text)) == set()
    comment_settings.max_links = 0
    assert fired(verdict(text=text)) == set()


def test_known_author_needs_the_same_name_and_email(
    verdict, comment_settings, article, typed
):
    comment_settings.hold_new_authors = True
    assert fired(verdict()) == {"new_author"}
    CommentFactory(page=article, name=typed["name"], email=typed["email"])
    assert fired(verdict()) == set()
    assert fired(verdict(email="other@example.com")) == {"new_author"}
    assert fired(verdict(name="Other")) == {"new_author"}


def test_held_comment_does_not_make_an_author_known(
    verdict, comment_settings, article, typed
):
    comment_settings.hold_new_authors = True
    known = {"name": typed["name"], "email": typed["email"]}
    CommentFactory(page=article, status=STATUS.PENDING, **known)
    assert fired(verdict()) == {"new_author"}


def test_staff_identity_used_by_a_visitor_is_held(verdict, editor):
    editor.first_name, editor.last_name = "Ana", "Ruiz"
    editor.save()
    PersonFactory(name="bt-admin")
    for changed in [
        {"email": editor.email.upper()},
        {"name": "ANA  Ruiz"},
        {"name": "An\u200ba Ruiz"},
        {"name": "BT-Admin"},
        {"name": editor.username},
    ]:
        assert fired(verdict(**changed)) == {"staff_identity"}


def test_those_who_may_publish_are_not_judged(verdict, moderator, editor, article):
    assert verdict(user=moderator, is_from_program=True).status == STATUS.APPROVED
    assert verdict(user=editor, text="Casino").status == STATUS.PENDING
    article.owner = editor
    assert verdict(user=editor, text="Casino").status == STATUS.APPROVED


@pytest.mark.parametrize(
    "text", ["I have CHEST PAIN since noon", "I can’t breathe", "numb groin"]
)
def test_urgent_words_are_held_and_marked(verdict, text):
    judged = verdict(text=text)
    assert (judged.status, judged.is_urgent) == (STATUS.PENDING, True)


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
def test_personal_details_are_held(verdict, text):
    assert fired(verdict(text=text)) == {"personal_details"}


@pytest.mark.parametrize(
    "text",
    [
        "I ran 10 km in 52:30 on 12/10/2026, 3 x 10 reps.",
        "See https://bjsm.example/content/53/13/8175551234",
        "Bolder Boulder 2026, bib 4521, 1,000 000 steps",
        "@clinic is that so?",
    ],
)
def test_numbers_of_runners_are_no_personal_details(verdict, text):
    assert fired(verdict(text=text)) == set()


@pytest.mark.parametrize(
    ("seconds", "held"), [(0.4, True), (2.9, True), (3, False), (-5, False)]
)
def test_only_a_very_fresh_stamp_counts(verdict, seconds, held):
    assert ("too_fast" in fired(verdict(seconds=seconds))) == held


def test_same_text_under_another_article_is_held(verdict, blog_index, typed):
    CommentFactory(page=BlogPageFactory(parent=blog_index), text=typed["text"])
    assert fired(verdict()) == {"repeated_text"}
    assert fired(verdict(text="Thanks!")) == set()


@pytest.mark.parametrize("same", [{"email": "DANA@example.com"}, {"ip": "203.0.113.9"}])
def test_sender_of_spam_is_held(verdict, article, same):
    CommentFactory(page=article, status=STATUS.SPAM, **same)
    assert fired(verdict(ip="203.0.113.9")) == {"sender_history"}


def test_good_comments_of_the_clinic_are_never_spam(verdict, shared_data):
    path = shared_data / "badinput/clinic_comments_a.json"
    comments = json.loads(path.read_text())
    good = [verdict(text=c["text"]).status for c in comments if not c["spam"]]
    assert STATUS.SPAM not in good
