"""The score that is learned from what moderators decide."""

import json

import pytest

from blog.comments import states
from blog.comments.management.commands.judge_spam import measure, read
from blog.comments.models import Comment
from blog.comments.spam import bayes
from blog.comments.spam.bayes import Lessons
from tests.factories import CommentFactory

STATUS = Comment.Status
SPAM = "Cheap pills, click now for {} pills"
GOOD = "My knee hurts after {} miles on the trail"


@pytest.fixture
def lessons():
    lessons = Lessons()
    for number in range(bayes.LEAST_LESSONS):
        lessons.learn(SPAM.format(number), True)
        lessons.learn(GOOD.format(number), False)
    return lessons


def test_too_few_lessons_give_no_score():
    assert Lessons().score("Anything") is None


def test_score_follows_the_lessons(lessons):
    assert lessons.score("Click for cheap pills") > 0.9
    assert lessons.score("The trail hurts my knee") < 0.1
    assert lessons.score("Entirely unheard words") == 0.5


def test_longest_text_has_a_score(lessons):
    assert 0 <= lessons.score("pills " * 10_000 + "knee") <= 1


@pytest.mark.django_db
def test_only_what_people_decided_is_learned(article, moderator):
    held = [CommentFactory(page=article, status=STATUS.PENDING) for _ in range(2)]
    CommentFactory(page=article, status=STATUS.SPAM)
    states.set_status([held[0].pk], STATUS.SPAM, moderator)
    states.set_status([held[1].pk], STATUS.APPROVED, moderator)
    learned = bayes.learn_from_moderators()
    assert (learned.spam_texts, learned.good_texts) == (1, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("score", "status"),
    [(0.2, STATUS.APPROVED), (0.6, STATUS.PENDING), (0.99, STATUS.SPAM)],
)
def test_score_holds_or_sends_to_spam(
    post, typed, comment_settings, monkeypatch, score, status
):
    monkeypatch.setattr(bayes, "score", lambda text: score)
    post(typed)
    comment = Comment.objects.get()
    assert (comment.status, comment.spam_score) == (status, score)


@pytest.mark.django_db
def test_collected_comments_are_judged_well_enough(shared_data):
    comments = read(shared_data / "badinput/comments_spam_ham_a.jsonl")
    comments += read(shared_data / "badinput/clinic_comments_a.json")
    for lessons, tests in [(0, 1), (1, 0)]:
        table = measure(comments[lessons::2], comments[tests::2])
        spam, good = table["spam"], table["good"]
        assert spam["approved"] <= 0.05 * spam.total(), json.dumps(table)
        assert good["spam"] <= 0.03 * good.total(), json.dumps(table)
