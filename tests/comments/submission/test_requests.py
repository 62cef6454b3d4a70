"""Which requests may post a comment, and on which articles."""

from datetime import timedelta
from unittest.mock import Mock
from urllib.parse import urlencode

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from wagtail.models import PageViewRestriction

from blog.comments.models import Comment
from tests.factories import BlogPageFactory, CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "options", "trace"])
def test_only_post_is_allowed(client, article, method, typed):
    url = reverse("comments:post_comment", args=[article.pk])
    response = getattr(client, method)(f"{url}?name=a&text=b")
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_other_sites_cannot_post(post, typed, headers):
    response = post(typed, headers=headers)
    for text in ["reload the page", typed["text"]]:
        assertContains(response, text, status_code=403)
    assert not Comment.objects.exists()


def test_same_origin_is_accepted(post, typed):
    assert post(typed, headers={"Origin": "http://testserver"}).status_code == 303


def test_staff_post_without_a_csrf_token(article, moderator, typed):
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)
    page = client.get(article.url)
    assert "no-store" in page["Cache-Control"]
    assertNotContains(page, "csrf")
    url = reverse("comments:post_comment", args=[article.pk])
    assert client.post(url, {"text": "A reply."}).status_code == 303
    comment = Comment.objects.get()
    assert (comment.status, comment.user) == (STATUS.APPROVED, moderator)
    assert (comment.name, comment.email) == ("Clinic team", moderator.email)


def test_visitor_gets_no_cookie_and_no_csrf_token(client, article, post):
    for response in [client.get(article.url), post({})]:
        assert not response.cookies
        assert "csrf" not in response.text


def test_missing_page_is_404(client, typed):
    for number in [999_999, 2**63, 10**30]:
        assert client.post(f"/comments/{number}/", typed).status_code == 404


@pytest.mark.parametrize(
    "fields",
    [{}, {"expired": True}, {"go_live_at": timezone.now() + timedelta(days=1)}],
    ids=["draft", "expired", "scheduled"],
)
def test_hidden_article_is_404(blog_index, post, typed, fields):
    page = BlogPageFactory(parent=blog_index, live=False, **fields)
    response = post(typed, page)
    assert response.status_code == 404
    assert f"{typed['text']}</textarea>" in response.text
    assert not Comment.objects.exists()


@pytest.mark.parametrize("kind", ["login", "password"])
def test_private_article_is_404(article, post, typed, kind):
    PageViewRestriction.objects.create(
        page=article, restriction_type=kind, password="secret"
    )
    assert post(typed).status_code == 404
    assert not Comment.objects.exists()


def test_other_kind_of_page_is_404(service, post, typed):
    assert post(typed, service).status_code == 404


@pytest.fixture(params=["site", "page", "date", "age"])
def closed(request, article, comment_settings):
    if request.param == "site":
        comment_settings.comments_open = False
    elif request.param == "page":
        article.comments_open = False
    elif request.param == "date":
        article.comments_close_at = timezone.now()
    else:
        comment_settings.close_after_days = 14
        article.first_published_at = timezone.now() - timedelta(days=14, hours=1)
    comment_settings.save()
    article.save()


def test_comment_on_a_closed_article_is_refused_with_its_text(closed, post, typed):
    response = post(typed)
    for text in ["Comments are closed on this article.", typed["text"]]:
        assertContains(response, text, status_code=403)
    assert not Comment.objects.exists()


def test_article_is_open_until_its_closing_date(article, post, typed):
    article.comments_close_at = timezone.now() + timedelta(hours=1)
    article.save()
    assert post(typed).status_code == 303


def test_article_is_open_until_its_last_day(article, comment_settings, post, typed):
    comment_settings.close_after_days = 14
    comment_settings.save()
    article.first_published_at = timezone.now() - timedelta(days=13, hours=23)
    article.save()
    assert post(typed).status_code == 303


@pytest.mark.parametrize("parent", ["-1", "0", "abc", "1.5", str(2**63), "99999", "٣"])
def test_bad_parent_is_refused(post, typed, parent):
    response = post(typed | {"parent": parent})
    for text in ["You can no longer reply to this comment.", typed["text"]]:
        assertContains(response, text, status_code=403)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("status", [STATUS.PENDING, STATUS.SPAM, STATUS.TRASH])
def test_parent_must_be_approved(article, post, typed, status):
    parent = CommentFactory(page=article, status=status)
    assert post(typed | {"parent": parent.pk}).status_code == 403


def test_parent_must_be_on_the_same_article(blog_index, post, typed):
    parent = CommentFactory(page=BlogPageFactory(parent=blog_index))
    assert post(typed | {"parent": parent.pk}).status_code == 403


def test_reply_below_the_depth_limit_is_refused(article, post, typed):
    parent = None
    for _ in range(3):
        parent = CommentFactory(page=article, parent=parent)
    assert post(typed | {"parent": parent.pk}).status_code == 403
    assert post(typed | {"parent": parent.parent_id}).status_code == 303


def test_reply_joins_the_thread_of_its_parent(article, post, typed, comment_settings):
    parent = CommentFactory(page=article)
    post(typed | {"parent": parent.pk})
    reply = Comment.objects.get(name=typed["name"])
    assert (reply.parent, reply.root) == (parent, parent)
    assert reply.is_visible


def test_json_is_refused(client, article, typed):
    url = reverse("comments:post_comment", args=[article.pk])
    response = client.post(url, typed, content_type="application/json")
    assertContains(response, "reload the page", status_code=400)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("number", [100, 10_001])
def test_too_many_fields_are_refused_with_the_text(post, typed, number):
    response = post(typed | {f"field{n}": "x" for n in range(number)})
    assertContains(response, "reload the page", status_code=400)
    assert not Comment.objects.exists()


def test_incomplete_request_is_refused(post, typed):
    silent = Mock(read=Mock(side_effect=BlockingIOError))
    assert post(typed, **{"wsgi.input": silent}).status_code == 400
    assert not Comment.objects.exists()


def test_large_upload_is_refused(post, typed, tmp_path):
    path = tmp_path / "large"
    path.write_bytes(b"x" * 11_000_000)
    with path.open() as file:
        assert post(typed | {"picture": file}).status_code == 413
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("length", "is_shown"), [(2_600_000, True), (5_100_000, False)]
)
def test_text_over_the_byte_limit_is_refused_and_shown(
    client, article, typed, length, is_shown
):
    text = "Pain. " * (length // 6) + "The end & <b>"
    response = client.post(
        reverse("comments:post_comment", args=[article.pk]),
        urlencode(typed | {"text": text}),
        content_type="application/x-www-form-urlencoded",
    )
    assertContains(response, "shorten your text", status_code=413)
    assert (f"{escape(text)}</textarea>" in response.text) == is_shown
    assert not Comment.objects.exists()


def test_file_counts_as_an_empty_text(post, typed, tmp_path):
    path = tmp_path / "text"
    path.write_text("A file.")
    with path.open() as file:
        assert post(typed | {"text": file}).status_code == 422


def test_text_in_another_encoding_is_not_decoded(client, article, typed):
    fields = typed | dict.fromkeys(("text", "key", "stamp", "parent"), "a+2AA-b")
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    response = client.generic(
        "POST",
        reverse("comments:post_comment", args=[article.pk]),
        "".join(parts) + "--x--\r\n",
        content_type="multipart/form-data; boundary=x; charset=utf-7",
    )
    assert response.status_code == 403
