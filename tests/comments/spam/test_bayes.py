"""The spam score learned from moderators' decisions."""

import json

import pytest

from blog.comments import states
from blog.comments.management.commands.measure_spam_rules import measure, read
from blog.comments.models import Comment
from blog.comments.spam import bayes
from blog.comments.spam.bayes import Classifier
from tests.factories import CommentFactory

STATUS = Comment.Status
SPAM = "Cheap pills, click now for {} pills"
GOOD = "My knee hurts after {} miles on the trail"


def train(number, *more):
    texts = [
        (text.format(i), text == SPAM, i)
        for i in range(number)
        for text in (SPAM, GOOD)
    ]
    return Classifier.train([*texts, *more])


@pytest.fixture
def classifier():
    return train(bayes.MIN_TRAINING_TEXTS)


def test_too_little_training_gives_no_score():
    assert train(bayes.MIN_TRAINING_TEXTS - 1).score("Cheap pills") is None


def test_score_follows_the_training(classifier):
    assert classifier.score("Click for cheap pills") > 0.9
    assert classifier.score("The trail hurts my knee") < 0.1
    assert classifier.score("Entirely unknown words") == 0.5


def test_word_of_one_sender_is_not_stored():
    alone = [("Casino", True, "joe@example.org")]
    for texts in (alone, 5 * alone):
        classifier = train(bayes.MIN_TRAINING_TEXTS, *texts)
        assert "casino" not in classifier.spam
        assert classifier.score("Casino") == 0.5
    shared = ("Casino", True, "sue@example.org")
    assert train(bayes.MIN_TRAINING_TEXTS, *alone, shared).score("Casino") > 0.5


def test_very_long_text_has_a_score(classifier):
    assert 0 <= classifier.score("pills " * 10_000 + "knee") <= 1


@pytest.mark.django_db
def test_only_decisions_by_moderators_are_training_data(article, moderator):
    held = [CommentFactory(page=article, status=STATUS.PENDING) for _ in range(2)]
    CommentFactory(page=article, status=STATUS.SPAM)
    states.set_status([held[0].pk], STATUS.SPAM, moderator)
    states.set_status([held[1].pk], STATUS.APPROVED, moderator)
    classifier = bayes.train_with_decisions()
    assert (classifier.spam_texts, classifier.good_texts) == (1, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("score", "status"),
    [(0.2, STATUS.APPROVED), (0.6, STATUS.PENDING), (0.99, STATUS.SPAM)],
)
def test_score_decides_between_approved_pending_and_spam(
    post, typed, comment_settings, monkeypatch, score, status
):
    monkeypatch.setattr(bayes, "score", lambda text: score)
    post(typed)
    comment = Comment.objects.get()
    assert (comment.status, comment.spam_score) == (status, score)


@pytest.mark.django_db
def test_collected_comments_are_classified_well_enough(shared_data):
    comments = read(shared_data / "badinput/comments_spam_ham_a.jsonl")
    comments += read(shared_data / "badinput/clinic_comments_a.json")
    halves = comments[::2], comments[1::2]
    for training, tests in [halves, halves[::-1]]:
        table = measure(training, tests)
        spam, good = table["spam"], table["good"]
        assert spam["approved"] <= 0.05 * spam.total(), json.dumps(table)
        assert good["spam"] <= 0.03 * good.total(), json.dumps(table)
