"""The comments of an article as readers see them."""

import re
from datetime import timedelta

import pytest

from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.comments import states
from blog.comments.display.threads import load_thread
from blog.comments.models import Comment, CommentSettings
from tests.factories import BlogPageFactory, CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


@pytest.fixture
def load(article):
    def load(number=1, **changed):
        settings = CommentSettings.load()
        vars(settings).update(changed)
        return load_thread(article, number, settings, url=article.url)

    return load


def shown(loaded):
    """Return the comments of a page in the order in which they are shown."""
    return [comment for thread in loaded.threads for comment in thread.comments]


def chain(article, length):
    comment = None
    for _ in range(length):
        comment = CommentFactory(page=article, parent=comment)
    return comment


def test_comments_stand_in_order_with_their_replies(article, load):
    first, second = CommentFactory(page=article), CommentFactory(page=article)
    replies = [CommentFactory(page=article, parent=first) for _ in range(2)]
    loaded = load()
    assert [thread.top for thread in loaded.threads] == [first, second]
    assert loaded.threads[0].top.children == replies
    assert [comment.depth for comment in shown(loaded)] == [1, 2, 2, 1]


def test_deeper_threads_are_flattened_and_nobody_is_dropped(article, load):
    chain(article, 6)
    comments = shown(load())
    assert [comment.depth for comment in comments] == [1, 2, 3, 3, 3, 3]
    assert [comment.can_reply for comment in comments] == [True, True] + [False] * 4


def test_reply_older_than_what_it_answers_is_shown(article, load):
    last = chain(article, 3)
    last.created = timezone.now() - timedelta(days=9)
    last.save()
    assert [comment.depth for comment in shown(load())] == [1, 2, 3]


def test_replies_to_a_hidden_comment_are_hidden(article, load):
    last = chain(article, 3)
    states.set_status([last.parent_id], STATUS.PENDING)
    loaded = load()
    assert len(shown(loaded)) == loaded.total == 1


def test_threads_that_have_not_changed_are_not_made_again(article, load):
    first, second = CommentFactory(page=article), CommentFactory(page=article)
    CommentFactory(page=article, parent=first)
    before = load().threads
    CommentFactory(page=article, parent=second)
    after = load().threads
    assert after[0] is before[0]
    assert after[1] is not before[1]
    assert [len(thread.comments) for thread in after] == [2, 2]


@pytest.mark.parametrize("change", [{"name": "Sam"}, {"text": "No."}, {"user": True}])
def test_thread_is_made_again_when_readers_see_a_change(
    client, article, load, moderator, change
):
    top = CommentFactory(page=article)
    reply = CommentFactory(page=article, parent=top, name="Dana", text="Yes.")
    client.get(article.url)
    for name, value in change.items():
        setattr(reply, name, moderator if value is True else value)
    reply.save()
    text = client.get(article.url).text
    seen = {"name": "Sam", "text": "No.", "user": "Clinic team"}
    assert [name in change for name in seen] == [word in text for word in seen.values()]


def test_pages_are_made_of_top_level_comments(client, article, load):
    tops = [CommentFactory(page=article) for _ in range(3)]
    CommentFactory(page=article, parent=tops[0])
    first, second = (load(number, per_page=2) for number in [1, 2])
    assert [thread.top for thread in first.threads] == tops[:2]
    assert shown(second) == tops[2:]
    assert shown(second)[0].url == f"{article.url}?comments=2#comment-{tops[2].pk}"
    assert second.total == 4


@pytest.mark.parametrize("number", ["0", "-1", "2", "abc", "9" * 20, "1e9", "\x00"])
def test_unknown_page_of_comments_is_404(client, article, number):
    CommentFactory(page=article)
    assert client.get(article.url, {"comments": number}).status_code == 404


def test_permalink_finds_the_page_of_a_reply(client, article):
    CommentSettings.objects.update_or_create(defaults={"per_page": 1})
    CommentFactory(page=article)
    reply = CommentFactory(page=article, parent=CommentFactory(page=article))
    response = client.get(f"/comments/show/{reply.pk}/")
    assert response.url == f"{article.url}?comments=2#comment-{reply.pk}"
    assert f'id="comment-{reply.pk}"' in client.get(response.url).text


def test_queries_do_not_grow_with_comments(client, article):
    counts = []
    client.get(article.url)
    for number in (5, 60):
        for _ in range(number):
            chain(article, 2)
        with CaptureQueriesContext(connection) as queries:
            client.get(article.url)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_reply_form_works_without_scripts(client, article):
    comment = CommentFactory(page=article, name="Sam")
    response = client.get(article.url, {"reply_to": comment.pk})
    assert "Leave a Reply to Sam" in response.text
    assert f'name="parent" value="{comment.pk}"' in response.text
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("reply_to", ["0", "abc", "99999", "-1", str(2**64)])
def test_reply_to_nothing_is_a_new_comment(client, article, reply_to):
    response = client.get(article.url, {"reply_to": reply_to})
    assert response.status_code == 200
    assert "Leave a Reply to" not in response.text


def test_page_shows_no_personal_data(client, article):
    CommentFactory(
        page=article, email="secret@example.com", ip="203.0.113.9", user_agent="Spy/1"
    )
    for url in [article.url, "/blog/comments/feed/", f"/comments/{article.pk}/feed/"]:
        text = client.get(url).text
        assert not re.search(r"secret@|203\.0\.113\.9|Spy/1", text)


def test_heading_and_lists_count_the_same(client, article, blog_index):
    silent = BlogPageFactory(parent=blog_index)
    single = BlogPageFactory(parent=blog_index)
    CommentFactory(page=single)
    chain(article, 2)
    CommentFactory(page=article, status=STATUS.PENDING)
    template = Template(
        "{% load comments %}{% count_comments articles %}"
        "{% for article in articles %}{% comment_link article %}{% endfor %}"
    )
    links = template.render(Context({"articles": [article, single, silent]}))
    assert f'href="{article.url}#comments">2 Comments<' in links
    assert f'href="{single.url}#comments">1 Comment<' in links
    assert f'href="{silent.url}#respond">Leave a Comment<' in links
    assert "2 Comments" in client.get(article.url).text


def test_feeds_hold_visible_comments_of_public_articles(client, article, blog_index):
    other = BlogPageFactory(parent=blog_index)
    CommentFactory(page=article, text="Shown \x08 here")
    CommentFactory(page=article, text="Waiting", status=STATUS.PENDING)
    CommentFactory(page=other, text="Elsewhere")
    CommentFactory(page=BlogPageFactory(parent=blog_index, live=False), text="Draft")
    everything = client.get("/blog/comments/feed/").text
    assert "Shown  here" in everything
    assert "Elsewhere" in everything
    assert "Waiting" not in everything
    assert "Draft" not in everything
    mine = client.get(f"/comments/{article.pk}/feed/").text
    assert "Shown  here" in mine
    assert "Elsewhere" not in mine


def test_feed_of_a_hidden_article_is_404(client, blog_index):
    draft = BlogPageFactory(parent=blog_index, live=False)
    assert client.get(f"/comments/{draft.pk}/feed/").status_code == 404
    assert client.get(f"/comments/{2**63}/feed/").status_code == 404


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Dana R.", "DR"), ("bt-admin", "BA"), ("Li", "L"), ("-", "")],
)
def test_initials_are_of_the_first_two_words_of_a_name(name, initials):
    assert Comment(name=name).initials == initials
