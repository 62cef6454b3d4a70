from datetime import timedelta

import pytest

from django.utils import timezone

from wagtail.users.models import UserProfile

from blog.comments.models import Comment
from tests.factories import BlogPageFactory, CommentFactory

pytestmark = pytest.mark.usefixtures("moderator_login")
QUEUE = "/admin/comments/"


def shown(response):
    return list(response.context["comments"])


def test_oldest_pending_comment_comes_first(client, article):
    now = timezone.now()
    new = CommentFactory(page=article, status="pending", created=now)
    old = CommentFactory(page=article, status="pending", created=now - timedelta(1))
    CommentFactory(page=article)
    assert shown(client.get(QUEUE)) == [old, new]


def test_queue_can_be_sorted_by_spam_score(client, article):
    good, spam, unknown = (
        CommentFactory(page=article, status="pending", spam_score=score)
        for score in [0.1, 0.9, None]
    )
    response = client.get(QUEUE, {"order": "spam"})
    assert shown(response) == [spam, good, unknown]
    assert "Empty " not in response.text


@pytest.mark.parametrize("query", ["", "?order=spam", "?status=all", "?q=comment"])
def test_urgent_comment_comes_first_whatever_the_order(client, article, query):
    now = timezone.now()
    for hours, urgent in [(2, False), (1, True), (0, False)]:
        created = now - timedelta(hours=hours)
        CommentFactory(
            page=article,
            status="pending",
            created=created,
            is_urgent=urgent,
            spam_score=hours,
        )
    assert [c.is_urgent for c in shown(client.get(QUEUE + query))][0]


def test_tabs_show_counts_by_status(client, article):
    for number, status in enumerate(Comment.Status.values):
        CommentFactory.create_batch(number + 1, page=article, status=status)
    counts = {value: count for value, _, count in client.get(QUEUE).context["tabs"]}
    assert counts == {
        "reported": 0,
        "pending": 1,
        "approved": 2,
        "spam": 3,
        "trash": 4,
        "all": 10,
    }


def test_counts_ignore_the_filter(client, article):
    CommentFactory.create_batch(2, page=article, status="pending")
    response = client.get(QUEUE, {"q": "nothing like it"})
    assert shown(response) == []
    assert response.context["tabs"][0] == ("pending", "Pending", 2)


def test_menu_shows_the_number_of_pending_comments(client, article):
    assert "Comments (" not in client.get("/admin/").text
    CommentFactory.create_batch(2, page=article, status="pending")
    assert "Comments (2)" in client.get("/admin/").text
    assert "Comments (2)" in client.get(QUEUE).text


def test_dashboard_lists_the_oldest_pending_comments(client, article):
    now = timezone.now()
    for days in range(7):
        created = now - timedelta(days=days)
        CommentFactory(
            page=article, status="pending", name=f"Pending {days}", created=created
        )
    html = client.get("/admin/").text
    assert "7 pending comments" in html
    assert "Pending 6" in html
    assert "Pending 2" in html
    assert "Pending 1" not in html


def test_urgent_comment_comes_first_on_the_dashboard(client, article):
    CommentFactory.create_batch(6, page=article, status="pending")
    CommentFactory(page=article, status="pending", name="Urgent one", is_urgent=True)
    html = client.get("/admin/").text
    assert html.index("Urgent one") < html.index("Reader ")


def test_row_shows_the_details_of_a_comment(client, article):
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


def test_markup_in_a_comment_is_escaped(client, article):
    CommentFactory(
        page=article, status="pending", name="<i>N</i>", text="<script>x</script>" * 99
    )
    html = client.get(QUEUE).text
    assert "<i>N" not in html
    assert "<script>x" not in html


def test_long_text_is_truncated_with_the_full_text_in_details(client, article):
    CommentFactory(page=article, status="pending", text="word " * 200 + "the end")
    html = client.get(QUEUE).text
    assert "<details>" in html
    assert "the end" in html


@pytest.mark.parametrize("field", ["name", "email", "text"])
def test_search_covers_name_email_and_text(client, article, field):
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
def test_invalid_filter_shows_no_comments(client, article, query):
    CommentFactory(page=article, status="pending")
    response = client.get(QUEUE, query)
    assert response.status_code == 200
    assert shown(response) == []


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", ""])
def test_missing_page_number_shows_the_nearest_page(client, article, page):
    CommentFactory(page=article, status="pending")
    assert len(shown(client.get(QUEUE, {"p": page}))) == 1


def test_empty_queue_shows_a_message(client, article):
    assert "No pending comments." in client.get(QUEUE).text


def test_keyboard_shortcuts_are_listed_and_can_be_turned_off(
    client, article, moderator
):
    CommentFactory(page=article, status="pending")
    assert "Keyboard shortcuts</summary>" in client.get(QUEUE).text
    UserProfile.objects.create(user=moderator, keyboard_shortcuts=False)
    html = client.get(QUEUE).text
    assert "Keyboard shortcuts</summary>" not in html
    assert "data-no-shortcuts" in html


def test_comments_cannot_be_added_in_the_admin(client, article):
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


@pytest.mark.parametrize("url", [QUEUE, QUEUE + "?status=all", "/admin/"])
def test_queries_do_not_grow(
    client, article, django_assert_num_queries, django_assert_max_num_queries, url
):
    CommentFactory(page=article, status="pending", parent=CommentFactory(page=article))
    fill(article, 5)
    client.get(url)
    with django_assert_max_num_queries(25) as few:
        client.get(url)
    fill(article, 500)
    with django_assert_num_queries(len(few)):
        client.get(url)
