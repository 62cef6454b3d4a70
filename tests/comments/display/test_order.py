"""The order of comments that a reader chooses, and the link to them in the byline."""

import re
from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.utils import timezone

from blog.comments.models import CommentSettings
from tests.factories import CommentFactory
from tests.html import parse, text_of

pytestmark = pytest.mark.django_db
CHOICE = "?order=newest#comments"


@pytest.fixture
def comments(article):
    """Three top-level comments, oldest first, and two replies to the second."""
    now = timezone.now()
    tops = [
        CommentFactory(page=article, created=now - timedelta(days=days))
        for days in [9, 8, 7]
    ]
    replies = [
        CommentFactory(page=article, parent=tops[1], created=now - timedelta(days=days))
        for days in [6, 5]
    ]
    return [*tops, *replies]


def shown(response):
    return [
        int(pk)
        for pk in re.findall(
            r'<article class="comment" id="comment-(\d+)', response.text
        )
    ]


def test_newest_first_turns_the_threads_but_not_the_replies(client, article, comments):
    first, second, third, reply, later = (comment.pk for comment in comments)
    assert shown(client.get(article.url)) == [first, second, reply, later, third]
    response = client.get(article.url, {"order": "newest"})
    assert shown(response) == [third, second, reply, later, first]
    canonical = f'<link rel="canonical" href="http://testserver{article.url}">'
    assertContains(response, canonical, html=True)


def test_each_order_links_to_the_other(client, article, comments):
    assertContains(client.get(article.url), f'href="{article.url}{CHOICE}"')
    response = client.get(article.url, {"order": "newest"})
    assertContains(response, f'href="{article.url}#comments">Oldest first')


def test_single_thread_has_no_choice_of_order(client, article):
    CommentFactory(page=article, parent=CommentFactory(page=article))
    assertNotContains(client.get(article.url), CHOICE)


def test_pages_of_comments_stay_in_the_chosen_order(client, article, comments):
    CommentSettings.objects.update_or_create(defaults={"per_page": 1})
    url = f"{article.url}?order=newest"
    assertContains(
        client.get(url), f"{article.url}?order=newest&amp;comments=2#comments"
    )
    assert shown(client.get(f"{url}&comments=3")) == [comments[0].pk]


def test_permalink_does_not_depend_on_the_order(client, article, comments):
    CommentSettings.objects.update_or_create(defaults={"per_page": 1})
    pk = comments[2].pk
    assertContains(client.get(f"{article.url}?order=newest"), f"/comments/show/{pk}/")
    target = client.get(f"/comments/show/{pk}/").url
    assert target == f"{article.url}?comments=3#comment-{pk}"
    assert shown(client.get(target)) == [pk]


@pytest.mark.parametrize("order", ["", "oldest", "NEWEST", "\x00"])
def test_unknown_order_is_404(client, article, order):
    assert client.get(article.url, {"order": order}).status_code == 404


def byline(response):
    """Return the text and URL of each link in the byline."""
    links = parse(response).find(".//ul[@class='byline']").iter("a")
    return [(text_of(link), link.get("href")) for link in links][1:]


def test_byline_links_to_the_comments(client, article):
    assert byline(client.get(article.url)) == [("Leave a Comment", "#respond")]
    CommentFactory(page=article)
    assert byline(client.get(article.url)) == [("1 Comment", "#comments")]
    CommentFactory(page=article)
    assert byline(client.get(article.url)) == [("2 Comments", "#comments")]


def test_byline_does_not_invite_to_comment_where_comments_are_closed(client, article):
    article.comments_open = False
    article.save()
    assert byline(client.get(article.url)) == []
    CommentFactory(page=article)
    assert byline(client.get(article.url)) == [("1 Comment", "#comments")]
