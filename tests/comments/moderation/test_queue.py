from datetime import timedelta

import pytest

from django.utils import timezone

from wagtail.users.models import UserProfile

from blog.comments.models import Comment
from tests.factories import BlogPageFactory, CommentFactory

QUEUE = "/admin/comments/"


@pytest.fixture
def client(client, moderator):
    client.force_login(moderator)
    return client


def shown(response):
    return list(response.context["comments"])


def test_oldest_pending_comes_first(client, article):
    now = timezone.now()
    new = CommentFactory(page=article, status="pending", created=now)
    old = CommentFactory(page=article, status="pending", created=now - timedelta(1))
    CommentFactory(page=article)
    assert shown(client.get(QUEUE)) == [old, new]


def test_most_like_spam_comes_first_on_demand(client, article):
    good, spam, unknown = (
        CommentFactory(page=article, status="pending", spam_score=score)
        for score in [0.1, 0.9, None]
    )
    response = client.get(QUEUE, {"order": "spam"})
    assert shown(response) == [spam, good, unknown]
    assert "Empty " not in response.text


def test_tabs_count_what_the_database_holds(client, article):
    for number, status in enumerate(Comment.Status.values):
        CommentFactory.create_batch(number + 1, page=article, status=status)
    counts = {value: count for value, _, count in client.get(QUEUE).context["tabs"]}
    assert counts == {"pending": 1, "approved": 2, "spam": 3, "trash": 4, "all": 10}


def test_counts_ignore_the_filter(client, article):
    CommentFactory.create_batch(2, page=article, status="pending")
    response = client.get(QUEUE, {"q": "nothing like it"})
    assert shown(response) == []
    assert response.context["tabs"][0] == ("pending", "Pending", 2)


def test_menu_says_how_many_wait(client, article):
    assert "Comments (" not in client.get("/admin/").text
    CommentFactory.create_batch(2, page=article, status="pending")
    assert "Comments (2)" in client.get("/admin/").text
    assert "Comments (2)" in client.get(QUEUE).text


def test_dashboard_lists_the_longest_waiting(client, article):
    now = timezone.now()
    for days in range(7):
        created = now - timedelta(days=days)
        CommentFactory(
            page=article, status="pending", name=f"Waits {days}", created=created
        )
    html = client.get("/admin/").text
    assert "7 comments waiting" in html
    assert "Waits 6" in html
    assert "Waits 2" in html
    assert "Waits 1" not in html


def test_row_says_everything_about_the_comment(client, article):
    parent = CommentFactory(page=article, name="Asker")
    CommentFactory(page=article, email="READER@example.org")
    CommentFactory(page=article, email="reader@example.org", status="spam")
    CommentFactory(
        page=article,
        parent=parent,
        name="Answerer",
        email="reader@example.org",
        status="pending",
        is_urgent=True,
        hold_reasons=[{"rule": "links", "why": "3 links."}],
    )
    html = client.get(QUEUE).text
    for text in ["Answerer", "reader@example.org", "1 approved · 1 spam", "3 links."]:
        assert text in html
    assert "In reply to Asker" in html
    assert "Urgent" in html
    assert article.title in html


def test_markup_in_a_comment_stays_text(client, article):
    CommentFactory(
        page=article, status="pending", name="<i>N</i>", text="<script>x</script>" * 99
    )
    html = client.get(QUEUE).text
    assert "<i>N" not in html
    assert "<script>x" not in html


def test_long_text_is_shortened_and_complete(client, article):
    CommentFactory(page=article, status="pending", text="word " * 200 + "the end")
    html = client.get(QUEUE).text
    assert "<details>" in html
    assert "the end" in html


@pytest.mark.parametrize("field", ["name", "email", "text"])
def test_search_looks_into_each_field(client, article, field):
    found = CommentFactory(
        page=article, status="pending", **{field: "a.Needle_100%@example.org"}
    )
    CommentFactory(page=article, status="pending")
    assert shown(client.get(QUEUE, {"q": "needle_100%"})) == [found]


def test_filter_by_article(client, article, blog_index):
    other = BlogPageFactory(parent=blog_index)
    CommentFactory(page=article, status="pending")
    found = CommentFactory(page=other, status="pending")
    assert shown(client.get(QUEUE, {"article": other.pk})) == [found]


def test_filter_by_date_includes_both_days(client, article):
    for day in range(1, 6):
        noon = timezone.make_aware(timezone.datetime(2026, 3, day, 12))
        CommentFactory(page=article, status="pending", created=noon, name=f"{day}")
    found = shown(client.get(QUEUE, {"since": "2026-03-02", "until": "2026-03-04"}))
    assert [comment.name for comment in found] == ["2", "3", "4"]


def test_filter_by_reason_is_exact(client, article):
    why = 'Word: "rule": "links"'
    reasons = [{"rule": "moderation_word", "why": why}]
    CommentFactory(page=article, status="pending", hold_reasons=reasons)
    reasons = [{"rule": "new_author", "why": "New."}, {"rule": "links", "why": "3."}]
    found = CommentFactory(page=article, status="pending", hold_reasons=reasons)
    assert shown(client.get(QUEUE, {"reason": "links"})) == [found]


@pytest.mark.parametrize(
    "query",
    [
        {"since": "yesterday"},
        {"article": "x"},
        {"article": "9" * 30},
        {"status": "lost"},
        {"reason": "none"},
        {"q": "\x00"},
        {"q": "x" * 999},
    ],
)
def test_nonsense_in_the_filter_shows_nothing(client, article, query):
    CommentFactory(page=article, status="pending")
    response = client.get(QUEUE, query)
    assert response.status_code == 200
    assert shown(response) == []


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", ""])
def test_page_that_is_not_there_shows_another(client, article, page):
    CommentFactory(page=article, status="pending")
    assert len(shown(client.get(QUEUE, {"p": page}))) == 1


def test_empty_queue_says_so(client, article):
    assert "Nothing is waiting." in client.get(QUEUE).text


def test_keyboard_shortcuts_are_explained_and_can_be_switched_off(
    client, article, moderator
):
    CommentFactory(page=article, status="pending")
    assert "Keyboard shortcuts</summary>" in client.get(QUEUE).text
    UserProfile.objects.create(user=moderator, keyboard_shortcuts=False)
    html = client.get(QUEUE).text
    assert "Keyboard shortcuts</summary>" not in html
    assert "data-no-shortcuts" in html


def test_nobody_adds_comments_in_the_admin(client, article):
    CommentFactory(page=article, status="pending")
    assert "Add reader comment" not in client.get(QUEUE).text
    assert client.get(QUEUE + "new/").status_code == 404


def fill(article, number):
    comments = [
        Comment(
            page=article,
            name=f"N{i}",
            email=f"n{i}@example.org",
            text="x",
            submission_key=f"many-{number}-{i}",
        )
        for i in range(number)
    ]
    Comment.objects.bulk_create(comments)


@pytest.mark.parametrize("address", [QUEUE, QUEUE + "?status=all", "/admin/"])
def test_queries_do_not_grow(
    client, article, django_assert_num_queries, django_assert_max_num_queries, address
):
    CommentFactory(page=article, status="pending", parent=CommentFactory(page=article))
    fill(article, 5)
    client.get(address)
    with django_assert_max_num_queries(25) as few:
        client.get(address)
    fill(article, 500)
    with django_assert_num_queries(len(few)):
        client.get(address)
