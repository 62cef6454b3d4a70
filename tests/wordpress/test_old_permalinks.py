"""Old URLs of articles with other permalinks, and those of a site without an import."""

import pytest

from django.urls import reverse

from taggit.models import Tag

from blog.models import BlogPage
from tests.factories import BlogPageFactory, CategoryFactory, PersonFactory
from tests.wordpress.conftest import item, run, target

CATEGORY = '<category domain="category" nicename="news">News</category>'


@pytest.mark.parametrize(
    "link",
    [
        *("/archives/1", "/archives/knee/", "/index.php/2019/05/knee/", "/1/"),
        *("/index.php/archives/1", "/date/knee/"),
    ],
)
@pytest.mark.usefixtures("blog_index")
def test_articles_of_other_permalinks_lead_to_ours(write, client, link):
    run(write(item(1, link=f"https://old.example{link}", wp__post_name="knee")))
    path = link.rstrip("/")
    for end in "", "/", "/2/", "/amp/":
        assert target(client, f"{path}{end}") == "/blog/knee/"
    feed = reverse("comments:article_feed", args=[BlogPage.objects.get().pk])
    assert target(client, f"{path}/feed/") == feed


def test_page_named_as_the_front_of_permalinks_stays(write, client, blog_index):
    pages = [
        item(n, wp__post_type="page", wp__post_name=slug, wp__post_parent=parent)
        for n, slug, parent in [(1, "archives", 0), (2, "category", 1), (3, "news", 2)]
    ]
    run(write(*pages, item(4, extra=CATEGORY)))
    assert client.get("/archives/category/news/").status_code == 200


@pytest.mark.usefixtures("blog_index")
def test_old_feeds_of_articles_with_the_same_slug_stay_apart(write, client):
    links = [f"https://old.example/{year}/05/knee/" for year in (2018, 2019)]
    run(write(*(item(n, wp__post_name="knee", link=u) for n, u in enumerate(links))))
    feeds = [target(client, f"/{year}/05/knee/feed/") for year in (2018, 2019)]
    ids = [BlogPage.objects.get(slug=slug).pk for slug in ("knee", "knee-2")]
    assert feeds == [reverse("comments:article_feed", args=[pk]) for pk in ids]


def test_without_an_import_lists_and_articles_redirect_too(client, blog_index):
    article = BlogPageFactory(
        parent=blog_index, slug="runners-knee", authors=[PersonFactory(slug="bt-admin")]
    )
    article.categories.add(CategoryFactory(slug="education"))
    article.save()
    Tag.objects.create(name="Running", slug="running")
    for path in ["/feed/", "/comments/feed/", "/category/education/"]:
        assert target(client, path) == f"/blog{path}"
    assert target(client, "/author/bt-admin/") == "/blog/author/bt-admin/"
    assert target(client, "/2026/03/04/runners-knee/") == "/blog/runners-knee/"
    assert client.get("/?p=23").status_code == 200
