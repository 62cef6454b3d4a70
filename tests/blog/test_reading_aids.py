"""References, exercises, sharing, reviews, and related articles."""

import json

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.utils import timezone

from blog.templatetags.blog_tags import link_references
from tests.factories import (
    BlogPageFactory,
    ImageFactory,
    PersonFactory,
    ServicePageFactory,
)
from tests.html import parse

EXERCISE = {
    "title": "Slow calf raises",
    "picture": {"image": None, "alt_text": None, "decorative": None},
    "steps": ["Rise onto your toes.", "Lower your heels."],
    "sets": 3,
    "repetitions": 12,
    "hold": 1,
    "frequency": "once a day",
    "caution": "Stop if it hurts.",
}


@pytest.fixture
def read(client, article):
    """Return the response for the article with some fields changed."""

    def read(**fields):
        for name, value in fields.items():
            setattr(article, name, value)
        article.save()
        return client.get(article.url)

    return read


def test_marker_in_the_text_links_to_its_reference():
    html = link_references("<p>It helps. [2]</p>", ["first", "second"])
    assert '<p>It helps.<sup class="reference"><a href="#reference-2">' in html


@pytest.mark.parametrize("html", ["<p>[3]</p>", "<p>[0]</p>", '<img alt="[1]">'])
def test_other_brackets_do_not_change(html):
    assert link_references(html, ["first", "second"]) == html


def test_references_are_numbered_and_linked(read):
    response = read(
        references=[
            ("reference", {"text": "A study", "url": "https://doi.org/10.1000/1"}),
            ("reference", {"text": "A book", "url": ""}),
        ]
    )
    link = '<a href="https://doi.org/10.1000/1">A study</a>'
    assertContains(response, f'<li id="reference-1">{link}</li>', html=True)
    assertContains(response, '<li id="reference-2">A book</li>', html=True)


def test_exercise_shows_its_dose_and_a_print_link(read):
    response = read(body=[("exercise", EXERCISE)])
    for html in [
        "<li>Rise onto your toes.</li>",
        "<dt>Sets</dt><dd>3</dd>",
        "<dt>Repetitions</dt><dd>12</dd>",
        "<dt>Hold</dt><dd>1 second</dd>",
        "<dt>How often</dt><dd>once a day</dd>",
        "<strong>Take care:</strong> Stop if it hurts.",
        '<a href="#exercise-slow-calf-raises" data-print>Print only “Slow calf raises”'
        "</a>",
    ]:
        assertContains(response, html, html=True)
    assert parse(response).find(".//*[@id='exercise-slow-calf-raises']") is not None


def test_exercise_in_a_feed_has_no_print_link(client, blog_index):
    BlogPageFactory(parent=blog_index, body=[("exercise", EXERCISE)])
    feed = client.get("/blog/feed/")
    assertContains(feed, "Slow calf raises")
    assertNotContains(feed, "data-print")


def test_exercise_without_a_dose_shows_none(read):
    empty = dict.fromkeys(["sets", "repetitions", "hold"])
    response = read(body=[("exercise", EXERCISE | empty | {"frequency": ""})])
    assertNotContains(response, "<dt>")


def test_article_is_shared_by_email_or_link(read):
    response = read()
    subject = "Runner%E2%80%99s%20Knee"
    assertContains(response, f'href="mailto:?subject={subject}&amp;body=http')
    assertContains(response, 'data-copy="http://testserver/blog/runners-knee/"')


def test_related_articles_share_tags_or_services(article, blog_index, service_index):
    service = ServicePageFactory(parent=service_index)
    near, nearer, far = BlogPageFactory.create_batch(3, parent=blog_index)
    for page, tags, services in [
        (article, ["knee", "running"], [service]),
        (near, ["knee"], []),
        (nearer, ["knee"], [service]),
        (far, ["neck"], []),
    ]:
        page.tags.add(*tags)
        page.services = services
        page.save()
    assert article.related.most_related == [nearer, near]


def choose_related(article, *others):
    article.related_articles = [("article", other) for other in others]
    article.save()


def test_chosen_articles_come_before_related_ones(article, blog_index):
    near, first, second = BlogPageFactory.create_batch(3, parent=blog_index)
    for page in (article, near, second):
        page.tags.add("knee")
        page.save()
    choose_related(article, first, second)
    assert article.related.most_related == [first, second, near]


def test_chosen_article_is_shown_only_if_it_is_public_and_another(article, blog_index):
    draft = BlogPageFactory(parent=blog_index, live=False)
    choose_related(article, draft, article)
    assert article.related.most_related == []


def test_chosen_neighbor_is_still_a_neighbor(article, blog_index):
    newer = BlogPageFactory(parent=blog_index)
    choose_related(article, newer)
    assert (article.related.next, article.related.most_related) == (newer, [newer])


def test_draft_is_not_related(article, blog_index):
    near, draft = BlogPageFactory.create_batch(2, parent=blog_index)
    draft.live = False
    for page, tags in (article, ["a", "b"]), (near, ["a"]), (draft, ["a", "b"]):
        page.tags.add(*tags)
        page.save()
    assert article.related.most_related == [near]


def test_review_names_the_reviewer_and_the_next_date(read):
    reviewer = PersonFactory(name="Ann Lee", slug="ann-lee", is_therapist=True)
    today = timezone.localdate()
    response = read(reviewed_by=reviewer, reviewed_on=today, next_review_on=today)
    link = '<a href="/blog/author/ann-lee/">Ann Lee</a>'
    assertContains(response, f"Reviewed by {link} on <time")
    assertContains(response, f'Next review <time datetime="{today:%Y-%m}">')


def test_overdue_review_shows_no_date_in_the_past(read):
    reviewer = PersonFactory(is_therapist=True)
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    response = read(
        reviewed_by=reviewer, reviewed_on=yesterday, next_review_on=yesterday
    )
    assertContains(response, "Reviewed by")
    assertNotContains(response, "Next review")


@pytest.mark.parametrize("is_therapist", [True, False])
def test_review_is_shown_only_while_the_reviewer_may_review(read, is_therapist):
    reviewer = PersonFactory(is_therapist=is_therapist)
    response = read(reviewed_by=reviewer, reviewed_on=timezone.localdate())
    assertContains(response, "Reviewed by", count=int(is_therapist))


def test_service_shows_its_review(client, service):
    service.reviewed_by = PersonFactory(name="Ann Lee", is_therapist=True)
    service.reviewed_on = timezone.localdate()
    service.save()
    assertContains(client.get(service.url), "Ann Lee</a> on <time")


def test_author_has_a_profile_with_their_articles(client, blog_index):
    author = PersonFactory(
        name="Ann Lee",
        slug="ann-lee",
        role="Massage therapist",
        license_title="LMT",
        biography="<p>Runs hills.</p>",
    )
    BlogPageFactory(parent=blog_index, title="Sore Heels", authors=[author])
    response = client.get("/blog/author/ann-lee/")
    for html in [
        "<h1>Ann Lee</h1>",
        '<p class="lead">Massage therapist, LMT</p>',
        "<p>Runs hills.</p>",
        "<h2>Articles by Ann Lee</h2>",
    ]:
        assertContains(response, html, html=True)
    assertContains(response, "Sore Heels")


def test_exercises_with_and_without_a_picture_can_be_mixed(read):
    pictured = {"image": ImageFactory().pk, "alt_text": "A calf.", "decorative": False}
    exercises = [EXERCISE, EXERCISE | {"title": "Steps", "picture": pictured}]
    response = read(
        body=json.dumps([{"type": "exercise", "value": each} for each in exercises])
    )
    assertContains(response, '<section class="exercise"', count=2)
    assertContains(response, 'alt="A calf."')
