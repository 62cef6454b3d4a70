"""Readers report comments, once per network and without an account."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.test import Client

from wagtail.models import ModelLogEntry, PageViewRestriction

from blog.comments import states
from blog.comments.models import Comment, Report
from tests.core.test_languages import translate
from tests.factories import CommentFactory
from tests.html import parse

pytestmark = pytest.mark.django_db


def form_url(comment):
    return f"/comments/report/{comment.pk}/"


def test_every_comment_has_a_link_to_its_report_form(client, article, comment):
    reply = CommentFactory(page=article, parent=comment)
    response = client.get(article.url)
    for shown in (comment, reply):
        assertContains(response, f'href="{form_url(shown)}" rel="nofollow">Report<')


def test_form_shows_the_comment_and_the_reasons(client, comment):
    response = client.get(form_url(comment))
    assertContains(response, comment.text)
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    radios = parse(response).findall(".//input[@type='radio']")
    assert [radio.get("value") for radio in radios] == Report.Reason.values


def test_quote_has_the_language_of_its_page(client, home, comment):
    translate(home)
    english = '<blockquote lang="en-US" dir="auto">'
    assertContains(client.get(f"/es{form_url(comment)}"), english)
    assertNotContains(client.get(form_url(comment)), english)


def test_report_is_stored_without_personal_data(client, comment, report):
    response = report(reason="rude")
    assert response.status_code == 303
    stored = Report.objects.get()
    assert (stored.comment, stored.reason, stored.dismissed) == (comment, "rude", None)
    assert "203.0.113" not in stored.network
    assertContains(client.get(response.url), "Thank you.")
    assert ModelLogEntry.objects.get().action == "comments.report"


def test_reported_comment_stays_up_and_pages_do_not_change(
    client, article, comment, report
):
    def page():
        text = client.get(article.url).text
        return text.split('id="comments"')[1].split('id="respond"')[0]

    before = page()
    report()
    assert page() == before


@pytest.mark.parametrize("reason", ["", "boring", "spam\x00"])
def test_report_needs_a_reason(report, reason, reasons):
    response = report(reason=reason)
    for text in ["Choose what is wrong.", 'href="#id_reason_0"', "<title>Error: "]:
        assertContains(response, text, status_code=422)
    assert reasons() == []


def test_network_reports_a_comment_once(article, report, reasons):
    other = CommentFactory(page=article)
    for ip in ["203.0.113.7", "203.0.113.7", "203.0.113.8"]:
        assert report(ip).status_code == 303
    report(of=other, reason="rude")
    assert sorted(reasons()) == ["rude", "spam", "spam"]


def test_reports_are_limited_by_network(article, report, comment_settings, reasons):
    comment_settings.per_minute = 2
    comment_settings.save()
    comments = CommentFactory.create_batch(3, page=article)
    assert [report(of=c).status_code for c in comments] == [303, 303, 429]
    refused = report(of=comments[2], reason="rude")
    assert 0 < int(refused["Retry-After"]) <= 60
    assertContains(refused, 'value="rude"', status_code=429)
    assert report("203.0.113.8", of=comments[2]).status_code == 303
    assert len(reasons()) == 3


def test_spam_bots_and_other_sites_report_nothing(report, reasons):
    assert report(subject_line="x").status_code == 303
    assert report(headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert reasons() == []


@pytest.mark.parametrize("status", ["pending", "spam", "trash"])
def test_hidden_comment_cannot_be_reported(client, article, report, status):
    hidden = CommentFactory(page=article, status=status)
    assert client.get(form_url(hidden)).status_code == 404
    assert report(of=hidden).status_code == 404


def test_comment_on_a_private_article_cannot_be_reported(client, article, comment):
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert client.get(form_url(comment)).status_code == 404


def test_form_is_for_get_and_its_target_for_post(client, comment):
    assert client.post(form_url(comment)).status_code == 405
    assert client.get(form_url(comment) + "send/").status_code == 405


def test_logged_in_staff_can_report(comment, moderator, reasons):
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)
    data = {"reason": "spam"}
    assert client.post(form_url(comment) + "send/", data).status_code == 303
    assert reasons() == ["spam"]


def test_form_is_cached_until_the_comment_changes(
    client, settings, tmp_path, comment, django_capture_on_commit_callbacks
):
    settings.PAGE_CACHE = tmp_path
    client = Client()
    assert client.get(form_url(comment))["X-Cache"] == "miss"
    assert client.get(form_url(comment))["X-Cache"] == "hit"
    with django_capture_on_commit_callbacks(execute=True):
        states.set_status([comment.pk], Comment.Status.SPAM)
    assert client.get(form_url(comment)).status_code == 404


def test_reports_go_with_their_comment(comment, report, reasons):
    report()
    states.delete([comment.pk])
    assert reasons() == []
