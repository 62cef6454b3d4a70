"""The comments of an article and their feeds, as readers see them."""

import re
from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.template import Context, Template
from django.utils import timezone

from blog.comments import states
from blog.comments.display.threads import load_comments
from blog.comments.models import Comment, CommentSettings
from tests.factories import BlogPageFactory, CommentFactory
from tests.html import parse

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


@pytest.fixture
def load(article):
    def load(number=1, **changed):
        settings = CommentSettings.load()
        vars(settings).update(changed)
        return load_comments(article, number, settings)

    return load


@pytest.fixture
def parents(client, article):
    """Return the id of each comment in the HTML with that of the one around it."""

    def parents():
        found = {}

        def walk(element, parent):
            if "comment" in element.get("class", "").split():
                found[element.get("id")] = parent
                parent = element.get("id")
            for child in element:
                walk(child, parent)

        walk(parse(client.get(article.url)), None)
        return found

    return parents


def add_chain(article, length):
    """Return new comments, each a reply to the one before."""
    comments = []
    for _ in range(length):
        parent = comments[-1] if comments else None
        comments.append(CommentFactory(page=article, parent=parent))
    return comments


def html_id(comment):
    return f"comment-{comment.pk}"


def test_replies_follow_their_comment_oldest_first(article, load):
    first, second = CommentFactory(page=article), CommentFactory(page=article)
    replies = [CommentFactory(page=article, parent=first) for _ in range(2)]
    comments = load().comments
    assert comments == [first, *replies, second]
    assert [comment.depth for comment in comments] == [1, 2, 2, 1]


def test_replies_below_the_depth_limit_are_shown_at_the_limit(article, load):
    *_, third, fourth, fifth = chain = add_chain(article, 5)
    late = CommentFactory(page=article, parent=third)
    comments = load(max_depth=3).comments
    assert comments == [*chain, late]
    assert [comment.depth for comment in comments] == [1, 2, 3, 3, 3, 3]
    assert [comment.true_depth for comment in comments] == [1, 2, 3, 4, 5, 4]


def test_replies_are_nested_in_the_html_of_their_comment(article, parents):
    top, second, *deep = map(html_id, add_chain(article, 5))
    other = html_id(CommentFactory(page=article))
    assert parents() == {top: None, second: top, **dict.fromkeys(deep, second)} | {
        other: None
    }


def test_comments_at_the_depth_limit_have_no_reply_link(client, article):
    names = [f"Reader {depth}" for depth in (1, 2, 3, 4)]
    for comment, name in zip(add_chain(article, 4), names, strict=True):
        Comment.objects.filter(pk=comment.pk).update(name=name)
    page = client.get(article.url)
    for name, count in zip(names, [1, 1, 0, 0], strict=True):
        assertContains(page, f"Reply to <bdi>{name}</bdi>", count)


def test_reply_older_than_its_parent_is_shown(article, load):
    last = add_chain(article, 3)[-1]
    last.created = timezone.now() - timedelta(days=9)
    last.save()
    assert [comment.depth for comment in load().comments] == [1, 2, 3]


def test_replies_to_a_hidden_comment_are_hidden(article, load):
    top, hidden, _ = add_chain(article, 3)
    states.set_status([hidden.pk], STATUS.PENDING)
    assert (load().comments, load().total) == ([top], 1)


def test_replies_to_a_deleted_comment_move_up(article, load):
    top, deleted, reply = add_chain(article, 3)
    states.delete([deleted.pk])
    comments = load().comments
    assert comments == [top, reply]
    assert [comment.depth for comment in comments] == [1, 2]


def test_comments_by_staff_have_a_badge(client, article, moderator):
    CommentFactory(page=article)
    badge = '<span class="badge">Clinic team</span>'
    assertNotContains(client.get(article.url), badge, html=True)
    CommentFactory(page=article, user=moderator)
    assertContains(client.get(article.url), badge, count=1, html=True)


def test_pages_hold_top_level_comments_with_all_replies(client, article, load):
    tops = [CommentFactory(page=article) for _ in range(3)]
    reply = CommentFactory(page=article, parent=tops[0])
    first, second = (load(number, per_page=2) for number in [1, 2])
    assert first.comments == [tops[0], reply, tops[1]]
    assert second.comments == tops[2:]
    assert first.total == second.total == 4


def test_link_of_a_comment_names_its_page(client, article):
    CommentSettings.objects.update_or_create(defaults={"per_page": 1})
    _, last = CommentFactory(page=article), CommentFactory(page=article)
    page = client.get(article.url, {"comments": 2})
    assertContains(page, f'href="{article.url}?comments=2#comment-{last.pk}"')


@pytest.mark.parametrize("number", ["0", "-1", "2", "abc", "9" * 20, "1e9", "\x00"])
def test_unknown_page_of_comments_is_404(client, article, number):
    CommentFactory(page=article)
    assert client.get(article.url, {"comments": number}).status_code == 404


def test_permalink_redirects_to_the_page_of_a_reply(client, article):
    CommentSettings.objects.update_or_create(defaults={"per_page": 1})
    CommentFactory(page=article)
    reply = CommentFactory(page=article, parent=CommentFactory(page=article))
    response = client.get(f"/comments/show/{reply.pk}/")
    assert response.url == f"{article.url}?comments=2#comment-{reply.pk}"
    assertContains(client.get(response.url), f'id="comment-{reply.pk}"')


def test_reply_form_works_without_scripts(client, article):
    comment = CommentFactory(page=article, name="Sam")
    response = client.get(article.url, {"reply_to": comment.pk})
    assertContains(response, "Leave a Reply to Sam")
    assertContains(response, f'name="parent" value="{comment.pk}"')
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("reply_to", ["0", "abc", "99999", "-1", str(2**64)])
def test_reply_to_an_unknown_comment_is_a_new_comment(client, article, reply_to):
    response = client.get(article.url, {"reply_to": reply_to})
    assertNotContains(response, "Leave a Reply to")


def test_page_shows_no_personal_data(client, article):
    CommentFactory(
        page=article, email="secret@example.com", ip="203.0.113.9", user_agent="Spy/1"
    )
    for url in [article.url, "/blog/comments/feed/", f"/comments/{article.pk}/feed/"]:
        text = client.get(url).text
        assert not re.search(r"secret@|203\.0\.113\.9|Spy/1", text)


def test_links_in_lists_count_visible_comments(client, article, blog_index):
    silent = BlogPageFactory(parent=blog_index)
    single = BlogPageFactory(parent=blog_index)
    CommentFactory(page=single)
    add_chain(article, 2)
    CommentFactory(page=article, status=STATUS.PENDING)
    template = Template(
        "{% load comments %}{% count_comments articles %}"
        "{% for article in articles %}{% comment_link article %}{% endfor %}"
    )
    links = template.render(Context({"articles": [article, single, silent]}))
    assert f'href="{article.url}#comments">2 Comments<' in links
    assert f'href="{single.url}#comments">1 Comment<' in links
    assert f'href="{silent.url}#respond">Leave a Comment<' in links
    assertContains(client.get(article.url), "2 Comments")


def test_feeds_have_visible_comments_on_public_articles(client, article, blog_index):
    other = BlogPageFactory(parent=blog_index)
    CommentFactory(page=article, text="Shown \x08 here")
    CommentFactory(page=article, text="Waiting", status=STATUS.PENDING)
    CommentFactory(page=other, text="Elsewhere")
    CommentFactory(page=BlogPageFactory(parent=blog_index, live=False), text="Draft")
    for url, counts in [
        ("/blog/comments/feed/", (1, 1, 0, 0)),
        (f"/comments/{article.pk}/feed/", (1, 0, 0, 0)),
    ]:
        feed = client.get(url)
        for text, count in zip(
            ["Shown  here", "Elsewhere", "Waiting", "Draft"], counts, strict=True
        ):
            assertContains(feed, f"&lt;p&gt;{text}&lt;/p&gt;", count)


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
