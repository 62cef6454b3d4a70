"""What earlier comments say about a new one."""

from datetime import timedelta

import pytest

from django.utils import timezone

from blog.comments.models import Comment
from blog.comments.submission import history
from blog.comments.submission.history import EarlierComments
from blog.comments.submission.submission import Submission
from tests.factories import BlogPageFactory, CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


@pytest.fixture
def look(article, typed, comment_settings):
    """Look at what has to do with the usual comment, with something changed."""

    def look(**changed):
        fields = typed | {"page": article, "settings": comment_settings} | changed
        return EarlierComments(Submission(**fields))

    return look


def ago(**units):
    return timezone.now() - timedelta(**units)


def test_everything_is_known_after_one_query(
    look, article, typed, django_assert_num_queries
):
    CommentFactory(page=article, status=STATUS.SPAM, email=typed["email"])
    CommentFactory(page=article, submission_key="k", **typed)
    with django_assert_num_queries(1):
        found = look(key="k")
        assert found.has_twin
        assert found.has_duplicate
        assert found.is_known
        assert not found.is_said_elsewhere
        assert found.spam_count == 1
        assert len(found.recent) == 2


def test_others_do_not_count(look, article):
    CommentFactory(page=article, status=STATUS.SPAM, ip="198.51.100.7")
    found = look(ip="203.0.113.9", key="k")
    assert found.rows == []


@pytest.mark.parametrize(("age", "counts"), [(50, True), (70, False)])
def test_only_what_is_recent_is_a_flood(look, article, typed, age, counts):
    CommentFactory(page=article, email=typed["email"], created=ago(minutes=age))
    assert bool(look().recent) == counts


@pytest.mark.parametrize(("age", "counts"), [(29, True), (31, False)])
def test_words_are_remembered_for_a_month(look, blog_index, typed, age, counts):
    other = BlogPageFactory(parent=blog_index)
    CommentFactory(page=other, text=typed["text"], created=ago(days=age))
    assert look().is_said_elsewhere == counts


def test_same_words_in_another_thread_are_no_duplicate(look, article, typed):
    top = CommentFactory(page=article)
    CommentFactory(page=article, **typed)
    assert look().has_duplicate
    assert not look(parent=top).has_duplicate
    Comment.objects.update(status=STATUS.TRASH)
    assert not look().has_duplicate


def test_member_of_staff_without_an_email_is_known_by_name(look, article, typed):
    CommentFactory(page=article, **typed | {"email": ""})
    assert look(email="").has_duplicate
    assert not look(email="", name="Somebody else").has_duplicate


def test_many_earlier_comments_are_not_all_looked_at(look, article, typed, monkeypatch):
    monkeypatch.setattr(history, "MOST_LOOKED_AT", 2)
    for age in (3, 2, 1):
        CommentFactory(
            page=article,
            email=typed["email"],
            created=ago(days=age),
            status=STATUS.SPAM,
        )
    assert look().spam_count == 2
