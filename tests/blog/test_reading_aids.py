"""What stands round the words of an article: sources, relatives, exercises, people."""

import json

import pytest

from django.utils import timezone

from blog.models import related
from blog.templatetags.blog_tags import link_references
from tests.factories import (
    BlogPageFactory,
    ImageFactory,
    PersonFactory,
    ServicePageFactory,
)

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
    """Save the article with some fields, and return what a reader gets."""

    def read(**fields):
        for name, value in fields.items():
            setattr(article, name, value)
        article.save()
        return client.get(article.url).content.decode()

    return read


def test_marker_in_the_text_leads_to_its_reference():
    html = link_references("<p>It helps. [2]</p>", ["first", "second"])
    assert '<p>It helps.<sup class="reference"><a href="#reference-2">' in html


@pytest.mark.parametrize("html", ["<p>[3]</p>", "<p>[0]</p>", '<img alt="[1]">'])
def test_what_is_no_marker_stays(html):
    assert link_references(html, ["first", "second"]) == html


def test_references_are_numbered_and_linked(read):
    html = read(
        references=[
            ("reference", {"text": "A study", "url": "https://doi.org/10.1000/1"}),
            ("reference", {"text": "A book", "url": ""}),
        ]
    )
    assert (
        '<li id="reference-1"><a href="https://doi.org/10.1000/1">A study</a>' in html
    )
    assert '<li id="reference-2">A book</li>' in html


def test_exercise_says_how_much_and_can_be_printed_alone(read):
    html = read(body=[("exercise", EXERCISE)])
    for text in ["Slow calf raises", "Rise onto", "12", "1 second<", "Stop if it"]:
        assert text in html
    assert 'id="exercise-slow-calf-raises"' in html
    assert 'href="#exercise-slow-calf-raises" data-print' in html


def test_exercise_in_a_feed_has_nothing_to_print(client, blog_index):
    BlogPageFactory(parent=blog_index, body=[("exercise", EXERCISE)])
    feed = client.get("/blog/feed/").content.decode()
    assert "Slow calf raises" in feed
    assert "data-print" not in feed


def test_exercise_without_numbers_shows_none(read):
    empty = dict.fromkeys(["sets", "repetitions", "hold"])
    html = read(body=[("exercise", EXERCISE | empty | {"frequency": ""})])
    assert "<dt>" not in html


def test_article_is_passed_on_without_a_tracker(read):
    html = read()
    assert 'href="mailto:?subject=Runner%E2%80%99s%20Knee&amp;body=http' in html
    assert 'data-copy="http://testserver/blog/runners-knee/"' in html


@pytest.mark.usefixtures("few_or_many")
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
    assert article.nearby.related == [nearer, near]


def test_draft_is_not_related(article, blog_index):
    near, draft = BlogPageFactory.create_batch(2, parent=blog_index)
    draft.live = False
    for page, tags in (article, ["a", "b"]), (near, ["a"]), (draft, ["a", "b"]):
        page.tags.add(*tags)
        page.save()
    assert article.nearby.related == [near]


def test_tag_that_is_used_often_hides_no_other(article, blog_index, monkeypatch):
    # Two, as the article itself is among the newest of each.
    monkeypatch.setattr(related, "COMPARED", 2)
    old, *newer = BlogPageFactory.create_batch(3, parent=blog_index)
    for page, tags in [
        (article, ["often", "rare"]),
        (old, ["rare"]),
        *((page, ["often"]) for page in newer),
    ]:
        page.tags.add(*tags)
        page.save()
    assert article.nearby.related == [newer[1], newer[0], old]


def test_more_tags_than_a_query_has_parts_are_no_error(article):
    assert not related._count_shared(article, list(range(600)), list(range(600)))


def test_review_names_the_reviewer_and_the_next_date(read):
    reviewer = PersonFactory(name="Ann Lee", slug="ann-lee")
    today = timezone.localdate()
    html = read(reviewed_by=reviewer, reviewed_on=today, next_review_on=today)
    assert 'Reviewed by <a href="/blog/author/ann-lee/">Ann Lee</a> on <time' in html
    assert "Next review" in html


def test_author_has_a_profile_with_articles(client, blog_index):
    author = PersonFactory(
        name="Ann Lee",
        slug="ann-lee",
        role="Massage therapist",
        credentials="LMT",
        biography="<p>Runs hills.</p>",
    )
    BlogPageFactory(parent=blog_index, title="Sore Heels", authors=[author])
    html = client.get("/blog/author/ann-lee/").content.decode()
    for text in [
        "<h1>Ann Lee</h1>",
        "Massage therapist, LMT",
        "Runs hills.",
        "Articles by Ann Lee",
        "Sore Heels",
    ]:
        assert text in html


def test_exercise_with_a_picture_may_stand_beside_one_without(read):
    pictured = {"image": ImageFactory().pk, "alt_text": "A calf.", "decorative": False}
    exercises = [EXERCISE, EXERCISE | {"title": "Steps", "picture": pictured}]
    html = read(
        body=json.dumps([{"type": "exercise", "value": each} for each in exercises])
    )
    assert html.count('<section class="exercise"') == 2
    assert 'alt="A calf."' in html
