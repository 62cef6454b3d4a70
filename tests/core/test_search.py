import pytest

from tests.factories import BlogPageFactory


def titles(response):
    return [page.title for page in response.context["results"]]


@pytest.fixture
def search(client, db):
    return lambda q, **params: client.get("/search/", {"q": q, **params})


def test_service_comes_before_articles(search, article, service):
    article.body = [("paragraph", "<p>Knee knee knee pain.</p>")]
    article.save()
    assert titles(search("knee")) == ["Knee Pain", "Runner’s Knee"]


def test_words_of_a_body_are_found(search, article):
    article.body = [("paragraph", "<p>Patellofemoral.</p>")]
    article.save()
    assert titles(search("patellofemoral")) == ["Runner’s Knee"]


def test_draft_is_not_found(search, blog_index):
    BlogPageFactory(parent=blog_index, title="Secret knee", live=False)
    assert titles(search("secret")) == []


@pytest.mark.parametrize(
    "q", ["", " ", "%", '"', "a\x00b", "' OR 1=1", "*", "x" * 5000]
)
def test_odd_words_are_answered(search, home, q):
    assert search(q).status_code == 200


def test_page_that_is_not_there_is_not_found(search, service):
    assert search("knee", page="2").status_code == 404


def test_typed_words_are_shown_as_text(search, home):
    assert b"<script>alert" not in search("<script>alert(1)</script>").content
