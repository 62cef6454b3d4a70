"""The preview of a comment: shown, but not stored."""

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from blog.comments.models import Comment, Subscription
from boulder_therapeutics.mail.models import OutboxMail
from tests.factories import CommentFactory
from tests.html import parse, text_of

pytestmark = pytest.mark.django_db
PREVIEW = {"preview": "1"}


@pytest.fixture
def preview(post, typed):
    """Preview the typed comment, with other fields or without."""
    return lambda **changed: post(typed | PREVIEW | changed)


def test_preview_shows_the_comment_as_it_will_look(preview):
    page = parse(preview(text="See https://example.org/a.\n\n<b>Twice</b>"))
    shown = page.find(".//article[@id='preview']")
    assert text_of(shown.find(".//h3")) == "Dana Whitfield"
    paragraphs = shown.findall(".//div[@class='comment__text']/p")
    assert [text_of(p) for p in paragraphs] == [
        "See https://example.org/a.",
        "<b>Twice</b>",
    ]
    assert paragraphs[0].find("a").get("rel") == "ugc nofollow noopener"


def test_preview_stores_nothing_and_is_not_cached(preview):
    response = preview(notify="on")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    for model in (Comment, Subscription, OutboxMail):
        assert not model.objects.exists()


def test_form_keeps_everything_and_can_be_posted(article, preview, post, typed):
    parent = CommentFactory(page=article, name="Sam")
    hidden = {"parent": str(parent.pk), "key": "k" * 22}
    response = preview(notify="on", **hidden)
    assertContains(response, "Leave a Reply to Sam")
    form = parse(response).find(".//form[@id='comment-form']")
    values = {field.get("name"): field.get("value") for field in form.iter("input")}
    assert values | hidden == values
    assert form.find(".//input[@name='notify']").get("checked") is not None
    assert form.find(".//input[@name='remember']").get("checked") is None
    assert (values["name"], values["email"]) == (typed["name"], typed["email"])
    assert text_of(form.find(".//textarea")) == typed["text"]
    assert post(typed | hidden).status_code == 303


@pytest.mark.parametrize(
    ("changed", "status", "message"),
    [
        ({"text": " "}, 422, "Write your comment."),
        ({"email": "dana"}, 422, "Enter a valid email address"),
        ({"parent": "99999"}, 403, "You can no longer reply to this comment."),
    ],
)
def test_preview_makes_the_same_checks(preview, changed, status, message):
    response = preview(**changed)
    assertContains(response, message, status_code=status)
    assertNotContains(response, 'id="preview"', status_code=status)


def test_preview_of_a_posted_comment_is_refused(preview, post, typed):
    post(typed)
    assertContains(preview(), "You have already posted this.", status_code=409)


def test_preview_on_a_closed_article_is_refused(article, preview, typed):
    article.comments_open = False
    article.save()
    assertContains(preview(), typed["text"], status_code=403)


def test_other_sites_cannot_preview(post, typed):
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert post(typed | PREVIEW, headers=headers).status_code == 403


def test_previews_do_not_count_as_comments(preview, post, typed):
    for number in range(3):
        assert preview(text=f"Draft {number}.").status_code == 200
    assert post(typed).status_code == 303


@time_machine.travel("2026-03-01 12:00", tick=False)
def test_previews_are_limited_by_network(preview, post, typed, comment_settings):
    comment_settings.per_minute = 2
    comment_settings.save()
    assert [preview().status_code for _ in range(3)] == [200, 200, 429]
    refused = preview()
    assert 0 < int(refused["Retry-After"]) <= 60
    assertContains(refused, typed["text"], status_code=429)
    other = post(typed | PREVIEW, REMOTE_ADDR="203.0.113.8")
    assert other.status_code == 200
    assert post(typed).status_code == 303


@pytest.mark.parametrize("text", ["I have chest pain.", "Quiero morir."])
def test_preview_of_an_urgent_comment_shows_emergency_advice(preview, text):
    assertContains(preview(text=text), "call 911")


def test_staff_can_preview(client, article, moderator, preview):
    client.force_login(moderator)
    page = parse(preview())
    shown = page.find(".//article[@id='preview']")
    assert "Clinic team" in text_of(shown)
