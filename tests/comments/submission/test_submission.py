"""What happens to a comment at the door, in the order of the checks."""

from datetime import timedelta

import pytest
import time_machine

from django.urls import reverse
from django.utils import timezone

from blog.comments.models import Comment
from tests.factories import CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


def test_comment_is_held_and_its_writer_sees_it(client, post, typed):
    response = post(typed)
    comment = Comment.objects.get()
    assert response.status_code == 303
    assert comment.status == STATUS.PENDING
    shown = client.get(response.url)
    assert "Your comment is awaiting moderation." in shown.text
    assert comment.text in shown.text
    assert "no-store" in shown["Cache-Control"]
    assert "noindex" in shown["X-Robots-Tag"]


def test_held_comment_is_not_on_the_page(client, post, typed, article):
    post(typed)
    assert typed["text"] not in client.get(article.url).text


def test_own_comment_is_shown_for_ten_minutes_only(client, post, typed):
    url = post(typed).url
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert typed["text"] not in client.get(url).text


def test_own_comment_needs_the_signature(client, post, typed, article):
    post(typed)
    url = f"{article.url}?comment={Comment.objects.get().pk}:x"
    assert typed["text"] not in client.get(url).text


def test_approved_comment_leads_to_itself(post, typed, comment_settings, article):
    response = post(typed)
    comment = Comment.objects.get()
    assert comment.status == STATUS.APPROVED
    assert response.url == f"{article.url}#comment-{comment.pk}"


@pytest.mark.parametrize("field", ["name", "email", "text"])
@pytest.mark.parametrize("value", [None, "", "  ", "\u200b\u2060", ["a", "b"]])
def test_field_is_required(post, typed, field, value):
    data = typed | {field: value}
    data = {name: value for name, value in data.items() if value is not None}
    response = post(data)
    assert response.status_code == 422
    messages = {
        "name": "Enter your name.",
        "email": "Enter your email address.",
        "text": "Write your comment.",
    }
    assert messages[field] in response.text
    assert not Comment.objects.exists()


def test_errors_keep_every_value(post, typed, mailoutbox):
    response = post(typed | {"email": "nonsense", "remember": "on", "key": "abc"})
    assert response.status_code == 422
    for value in ["Dana Whitfield", "nonsense", typed["text"], 'value="abc"']:
        assert value in response.text
    assert "checked" in response.text
    assert "Enter a valid email address, like name@example.com." in response.text
    assert not response.cookies
    assert mailoutbox == []


def test_reply_with_errors_stays_a_reply(article, post, typed):
    parent = CommentFactory(page=article, name="Sam")
    response = post(typed | {"parent": parent.pk, "text": ""})
    assert "Leave a Reply to Sam" in response.text
    assert f'name="parent" value="{parent.pk}"' in response.text


def test_extra_fields_are_ignored(post, typed):
    extra = {"status": "approved", "is_visible": "1", "user": "1", "id": "7"}
    post(typed | extra | {"is_public": "1", "created": "2001-01-01"})
    comment = Comment.objects.get()
    assert comment.status == STATUS.PENDING
    assert (comment.user, comment.created.year) == (None, timezone.now().year)


def test_same_form_twice_is_one_comment(post, typed):
    answers = [post(typed | {"key": "one form"}) for _ in range(2)]
    assert answers[0].status_code == answers[1].status_code == 303
    assert answers[0].url == answers[1].url
    assert Comment.objects.count() == 1


def test_same_form_without_a_key_is_one_comment(post, typed):
    assert post(typed).url == post(typed).url
    assert Comment.objects.count() == 1


def test_readers_of_one_cached_page_do_not_share_a_comment(
    post, typed, comment_settings
):
    post(typed | {"key": "cached"})
    post(typed | {"key": "cached", "name": "Sam", "email": "sam@example.com"})
    assert Comment.objects.count() == 2


def test_duplicate_is_refused(post, typed, comment_settings):
    post(typed | {"key": "one"})
    response = post(typed | {"key": "two"})
    assert response.status_code == 409
    assert "You have already posted this." in response.text
    assert typed["text"] in response.text
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    "changed", [{"email": "other@example.com"}, {"name": "Other"}, {"text": "Other."}]
)
def test_another_writer_or_text_is_no_duplicate(post, typed, comment_settings, changed):
    post(typed)
    assert post(typed | changed).status_code == 303


def test_what_is_in_trash_may_be_said_again(post, typed, comment_settings):
    post(typed)
    Comment.objects.update(status=STATUS.TRASH)
    assert post(typed).status_code == 303
    assert Comment.objects.count() == 2


def test_second_comment_within_seconds_is_refused(post, typed):
    post(typed)
    response = post(typed | {"text": "One more thing."})
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 15
    assert "One more thing." in response.text
    with time_machine.travel(timezone.now() + timedelta(seconds=16)):
        assert post(typed | {"text": "One more thing."}).status_code == 303


def test_same_email_from_another_address_is_held_back_too(post, typed):
    post(typed)
    other = typed | {"text": "More.", "email": "DANA@example.com"}
    assert post(other, REMOTE_ADDR="203.0.113.9").status_code == 429


def test_another_reader_may_post_at_once(post, typed):
    post(typed)
    other = typed | {"email": "sam@example.com"}
    assert post(other, REMOTE_ADDR="203.0.113.9").status_code == 303


@pytest.mark.parametrize(
    ("limit", "most"), [({"per_minute": 5}, 5), ({"per_hour": 30}, 30)]
)
def test_comments_of_one_address_are_limited(
    post, typed, article, comment_settings, limit, most
):
    vars(comment_settings).update(limit)
    comment_settings.save()
    for _ in range(most - 1):
        CommentFactory(page=article, ip="127.0.0.1")
    assert post(typed).status_code == 303
    assert post(typed | {"email": "sam@example.com"}).status_code == 429


def test_moderator_is_never_too_fast(client, post, moderator):
    client.force_login(moderator)
    for text in ["One.", "Two.", "Three."]:
        assert post({"text": text}).status_code == 303


def test_forwarded_address_of_a_visitor_is_not_believed(post, typed):
    post(typed, headers={"X-Forwarded-For": "198.51.100.7"})
    assert Comment.objects.get().ip == "127.0.0.1"


def test_user_agent_is_cut(post, typed):
    post(typed, headers={"User-Agent": "Browser\x00" + "x" * 300})
    assert len(Comment.objects.get().user_agent) == 254


def test_permalink_finds_the_comment_and_hides_the_waiting(client, article):
    shown, waiting = (
        CommentFactory(page=article),
        CommentFactory(page=article, status=STATUS.PENDING),
    )
    url = reverse("comments:show_comment", args=[shown.pk])
    assert client.get(url).url == f"{article.url}#comment-{shown.pk}"
    url = reverse("comments:show_comment", args=[waiting.pk])
    assert client.get(url).status_code == 404


def test_honeypot_takes_anything(post, typed):
    post(typed | {"subject_line": "\x00" + "x" * 5000})
    assert Comment.objects.get().status == STATUS.SPAM


def test_writer_of_spam_is_told_the_same(client, post, typed):
    response = post(typed | {"subject_line": "x"})
    assert response.status_code == 303
    assert "Your comment is awaiting moderation." in client.get(response.url).text


def test_comment_costs_a_few_statements(post, typed, django_assert_max_num_queries):
    post(typed)  # when what never changes is known
    second = typed | {"text": "Other words.", "email": "other@example.org", "key": "k"}
    # In a test nothing is remembered from one request to the next.
    with django_assert_max_num_queries(12):
        assert post(second, REMOTE_ADDR="203.0.113.9").status_code == 303
