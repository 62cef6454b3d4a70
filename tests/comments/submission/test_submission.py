"""Valid and invalid comments, duplicates and rate limits."""

from datetime import timedelta

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from django.utils import timezone

from blog.comments.models import Comment
from tests.factories import CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


def test_author_sees_their_pending_comment(client, post, typed):
    response = post(typed)
    comment = Comment.objects.get()
    assert response.status_code == 303
    assert comment.status == STATUS.PENDING
    shown = client.get(response.url)
    assertContains(shown, "Your comment is awaiting moderation.")
    assertContains(shown, comment.text)
    assert "no-store" in shown["Cache-Control"]
    assert "noindex" in shown["X-Robots-Tag"]


def test_pending_comment_is_not_shown(client, post, typed, article):
    post(typed)
    assertNotContains(client.get(article.url), typed["text"])


def test_own_comment_is_shown_for_ten_minutes_only(client, post, typed):
    url = post(typed).url
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assertNotContains(client.get(url), typed["text"])


def test_own_comment_needs_the_signature(client, post, typed, article):
    post(typed)
    url = f"{article.url}?comment={Comment.objects.get().pk}:x"
    assertNotContains(client.get(url), typed["text"])


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
    messages = {
        "name": "Enter your name.",
        "email": "Enter your email address.",
        "text": "Write your comment.",
    }
    assertContains(post(data), messages[field], status_code=422)
    assert not Comment.objects.exists()


def test_form_with_errors_has_all_values(post, typed, mailoutbox):
    response = post(typed | {"email": "nonsense", "remember": "on", "key": "abc"})
    for text in [
        'value="Dana Whitfield"',
        'value="nonsense"',
        typed["text"],
        'value="abc"',
        "checked",
        "Enter a valid email address, like name@example.com.",
    ]:
        assertContains(response, text, status_code=422)
    assert not response.cookies
    assert mailoutbox == []


def test_reply_with_errors_is_still_a_reply(article, post, typed):
    parent = CommentFactory(page=article, name="Sam")
    response = post(typed | {"parent": parent.pk, "text": ""})
    assertContains(response, "Leave a Reply to Sam", status_code=422)
    assertContains(response, f'name="parent" value="{parent.pk}"', status_code=422)


def test_extra_fields_are_ignored(post, typed):
    extra = {"status": "approved", "is_visible": "1", "user": "1", "id": "7"}
    post(typed | extra | {"is_public": "1", "created": "2001-01-01"})
    comment = Comment.objects.get()
    assert comment.status == STATUS.PENDING
    assert (comment.user, comment.created.year) == (None, timezone.now().year)


def test_same_form_sent_twice_is_one_comment(post, typed):
    first, second = (post(typed | {"key": "one form"}) for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert first.url == second.url
    assert Comment.objects.count() == 1


def test_same_form_without_a_key_is_one_comment(post, typed):
    assert post(typed).url == post(typed).url
    assert Comment.objects.count() == 1


def test_readers_of_the_same_cached_page_can_both_comment(
    post, typed, comment_settings
):
    post(typed | {"key": "cached"})
    post(typed | {"key": "cached", "name": "Sam", "email": "sam@example.com"})
    assert Comment.objects.count() == 2


def test_duplicate_is_refused(post, typed, comment_settings):
    post(typed | {"key": "one"})
    response = post(typed | {"key": "two"})
    assertContains(response, "You have already posted this.", status_code=409)
    assertContains(response, typed["text"], status_code=409)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    "changed", [{"email": "other@example.com"}, {"name": "Other"}, {"text": "Other."}]
)
def test_other_author_or_text_is_no_duplicate(post, typed, comment_settings, changed):
    post(typed)
    assert post(typed | changed).status_code == 303


def test_comment_in_trash_can_be_posted_again(post, typed, comment_settings):
    post(typed)
    Comment.objects.update(status=STATUS.TRASH)
    assert post(typed).status_code == 303
    assert Comment.objects.count() == 2


def test_second_comment_within_seconds_is_refused(post, typed):
    post(typed)
    response = post(typed | {"text": "One more thing."})
    assertContains(response, "One more thing.", status_code=429)
    assert 0 < int(response["Retry-After"]) <= 15
    with time_machine.travel(timezone.now() + timedelta(seconds=16)):
        assert post(typed | {"text": "One more thing."}).status_code == 303


def test_comment_of_a_clock_that_was_wrong_is_not_recent(post, typed):
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert post(typed).status_code == 303
    assert post(typed | {"text": "One more thing."}).status_code == 303


def test_rate_limit_applies_to_the_email_from_another_ip_address(post, typed):
    post(typed)
    other = typed | {"text": "More.", "email": "DANA@example.com"}
    assert post(other, REMOTE_ADDR="203.0.113.9").status_code == 429


def test_rate_limit_does_not_apply_to_another_reader(post, typed):
    post(typed)
    other = typed | {"email": "sam@example.com"}
    assert post(other, REMOTE_ADDR="203.0.113.9").status_code == 303


@pytest.mark.parametrize(
    ("limit", "most"), [({"per_minute": 5}, 5), ({"per_hour": 30}, 30)]
)
def test_comments_from_one_ip_address_are_limited(
    post, typed, article, comment_settings, limit, most
):
    vars(comment_settings).update(limit)
    comment_settings.save()
    for _ in range(most - 1):
        CommentFactory(page=article, ip="127.0.0.1")
    assert post(typed).status_code == 303
    assert post(typed | {"email": "sam@example.com"}).status_code == 429


def test_rate_limit_does_not_apply_to_moderators(client, post, moderator):
    client.force_login(moderator)
    for text in ["One.", "Two.", "Three."]:
        assert post({"text": text}).status_code == 303


def test_forwarded_for_header_of_a_visitor_is_ignored(post, typed):
    post(typed, headers={"X-Forwarded-For": "198.51.100.7"})
    assert Comment.objects.get().ip == "127.0.0.1"


def test_user_agent_is_truncated(post, typed):
    post(typed, headers={"User-Agent": "Browser\x00" + "x" * 300})
    assert len(Comment.objects.get().user_agent) == 254


def test_honeypot_accepts_any_value(post, typed):
    post(typed | {"subject_line": "\x00" + "x" * 5000})
    assert Comment.objects.get().status == STATUS.SPAM


def test_author_of_spam_sees_a_pending_comment(client, post, typed):
    response = post(typed | {"subject_line": "x"})
    assert response.status_code == 303
    assertContains(client.get(response.url), "Your comment is awaiting moderation.")


def test_comment_takes_a_dozen_queries(post, typed, django_assert_max_num_queries):
    post(typed)  # fills the caches of content types and sites
    second = typed | {"text": "Other words.", "email": "other@example.org", "key": "k"}
    with django_assert_max_num_queries(12):
        assert post(second, REMOTE_ADDR="203.0.113.9").status_code == 303
