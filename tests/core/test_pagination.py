import datetime

import pytest

from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import BlogPage
from boulder_therapeutics.core.pagination import QuickPaginator, paginate
from boulder_therapeutics.core.templatetags.clinic_tags import page_numbers
from tests.factories import BlogPageFactory


@pytest.fixture
def articles(blog_index):
    """Seven articles, of which all but the newest have the same date."""
    date = timezone.now() - datetime.timedelta(days=1)
    pages = [BlogPageFactory(parent=blog_index, date=date) for _ in range(6)]
    pages.append(BlogPageFactory(parent=blog_index, date=timezone.now()))
    return [page.pk for page in pages[::-1]]


@pytest.mark.parametrize("per_page", [1, 2, 3, 7, 10])
def test_each_article_is_on_one_page(articles, per_page):
    paginator = QuickPaginator(BlogPage.objects.published(), per_page)
    pages = [paginator.page(number) for number in paginator.page_range]
    assert [article.pk for page in pages for article in page] == articles
    assert [len(page) for page in pages[:-1]] == [per_page] * (len(pages) - 1)


def test_last_page_is_read_from_the_end(articles):
    paginator = QuickPaginator(BlogPage.objects.published(), 2)
    with CaptureQueriesContext(connection) as queries:
        list(paginator.page(4))
    assert "OFFSET" not in queries[-1]["sql"]


def test_known_count_is_not_asked_for(articles, rf, django_assert_num_queries):
    articles = BlogPage.objects.published()
    with django_assert_num_queries(1):
        page = paginate(articles, rf.get("/"), 2, count=7)
        assert len(list(page)) == 2
    assert page.paginator.num_pages == 4


@pytest.mark.parametrize("number", ["0", "5", "-1", "x"])
def test_page_that_is_not_there_is_not_found(articles, rf, number):
    with pytest.raises(Http404):
        paginate(BlogPage.objects.published(), rf.get("/", {"page": number}), 2)


def test_few_of_many_pages_are_linked():
    page = QuickPaginator(range(50_000), 10).page(2500)
    assert page_numbers(page) == [
        1, 2, None, 2498, 2499, 2500, 2501, 2502, None, 4999, 5000,
    ]  # fmt: skip
