"""The history of a sender and a text, as the rules and rate limits see it."""

from datetime import timedelta

import pytest

from django.utils import timezone

from blog.comments.models import Comment
from blog.comments.submission import history
from blog.comments.submission.history import History
from blog.comments.submission.submission import Submission
from tests.factories import BlogPageFactory, CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


@pytest.fixture
def load(article, typed, comment_settings):
    """Return the history of the valid comment with some fields changed."""

    def load(**changed):
        fields = typed | {"page": article, "settings": comment_settings} | changed
        return History(Submission(**fields))

    return load


def ago(**units):
    return timezone.now() - timedelta(**units)


def test_history_takes_one_query(load, article, typed, django_assert_num_queries):
    CommentFactory(page=article, status=STATUS.SPAM, email=typed["email"])
    CommentFactory(page=article, submission_key="k", **typed)
    with django_assert_num_queries(1):
        loaded = load(key="k")
        assert loaded.has_twin
        assert loaded.has_duplicate
        assert loaded.has_approved
        assert not loaded.has_same_text_elsewhere
        assert loaded.spam_count == 1
        assert len(loaded.recent) == 2


def test_comments_by_other_senders_are_not_loaded(load, article):
    CommentFactory(page=article, status=STATUS.SPAM, ip="198.51.100.7")
    loaded = load(ip="203.0.113.9", key="k")
    assert loaded.rows == []


@pytest.mark.parametrize(("age", "counts"), [(50, True), (70, False)])
def test_comments_of_the_last_hour_are_recent(load, article, typed, age, counts):
    CommentFactory(page=article, email=typed["email"], created=ago(minutes=age))
    assert bool(load().recent) == counts


@pytest.mark.parametrize(("age", "counts"), [(29, True), (31, False)])
def test_same_text_elsewhere_counts_for_thirty_days(
    load, blog_index, typed, age, counts
):
    other = BlogPageFactory(parent=blog_index)
    CommentFactory(page=other, text=typed["text"], created=ago(days=age))
    assert load().has_same_text_elsewhere == counts


def test_same_text_in_another_thread_or_in_trash_is_no_duplicate(load, article, typed):
    top = CommentFactory(page=article)
    CommentFactory(page=article, **typed)
    assert load().has_duplicate
    assert not load(parent=top).has_duplicate
    Comment.objects.update(status=STATUS.TRASH)
    assert not load().has_duplicate


def test_staff_without_an_email_are_compared_by_name(load, article, typed):
    CommentFactory(page=article, **typed | {"email": ""})
    assert load(email="").has_duplicate
    assert not load(email="", name="Another name").has_duplicate


def test_number_of_loaded_comments_is_limited(load, article, typed, monkeypatch):
    monkeypatch.setattr(history, "MAX_COMMENTS", 2)
    for age in (3, 2, 1):
        CommentFactory(
            page=article,
            email=typed["email"],
            created=ago(days=age),
            status=STATUS.SPAM,
        )
    assert load().spam_count == 2
