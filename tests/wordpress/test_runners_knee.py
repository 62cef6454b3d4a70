"""The clinic's own article, from both editors of WordPress, as the demo has it."""

import shutil

import pytest

from blog.comments.models import Comment
from blog.models import BlogPage
from blog.wordpress.convert.body import convert_body
from blog.wordpress.convert.result import Picture
from blog.wordpress.read.files import Export
from blog.wordpress.read.parser import read_items
from boulder_therapeutics.demo.content.articles.runners_knee import ARTICLE
from boulder_therapeutics.demo.content.comments import COMMENTS
from boulder_therapeutics.demo.loader.articles import local_time
from boulder_therapeutics.demo.loader.pictures import MASTERS
from tests.factories import UserFactory
from tests.wordpress.conftest import DATA, run

EDITORS = ["classic", "blocks"]
NAMES = {21: "knee-anatomy", 22: "foam-rolling"}


class DemoResolver:
    """Writes links and pictures as the content of the demo does."""

    def link(self, url):
        path = url.removeprefix("https://clinic.example")
        return {"href": path if path.startswith("/services/") else f"/blog{path}"}

    def url(self, url):
        return self.link(url)["href"]

    def picture(self, url, number=0):
        return Picture(NAMES[number])

    def reusable(self, number):
        return ""

    def attached(self, number):
        return []


def export(editor):
    return Export([DATA / f"runners-knee-{editor}.xml"])


def as_in_the_demo(kind, value):
    if kind == "figure":
        image = value["image"]
        caption = value["caption"]
        value = {"image": image["image"], "alt": image["alt_text"], "caption": caption}
    return kind, value


@pytest.mark.parametrize("editor", EDITORS)
def test_body_is_that_of_the_demo(editor):
    (post,) = (item for item in read_items(export(editor)) if item.number == 23)
    body = convert_body(post.content, DemoResolver(), seed="knee")
    found = [as_in_the_demo(block["type"], block["value"]) for block in body.blocks]
    assert found == ARTICLE["body"]
    assert body.losses == []


@pytest.fixture
def masters(tmp_path):
    folder = tmp_path / "2026/03"
    folder.mkdir(parents=True)
    for name in NAMES.values():
        shutil.copy(MASTERS / f"{name}.png", folder)
    return tmp_path


@pytest.mark.parametrize("editor", EDITORS)
def test_page_and_thread_are_those_of_the_demo(blog_index, client, masters, editor):
    staff = UserFactory(username="staff")
    options = {"media_dir": str(masters), "authors": {"bt-admin": "staff"}}
    run(export(editor), **options)
    page = BlogPage.objects.get(slug=ARTICLE["slug"])
    assert (page.title, page.introduction) == (
        ARTICLE["title"],
        ARTICLE["introduction"],
    )
    assert page.date == local_time(ARTICLE["date"])
    assert page.search_description == ARTICLE["search_description"]
    assert sorted(tag.slug for tag in page.tags.all()) == sorted(ARTICLE["tags"])
    assert sorted(c.slug for c in page.categories.all()) == ARTICLE["categories"]
    assert page.cover.description == ARTICLE["cover_alt"]
    assert [block.block_type for block in page.body] == [k for k, _ in ARTICLE["body"]]
    response = client.get(page.url)
    assert "start as high as the hip" in response.content.decode()
    expected = [c for c in COMMENTS if c["article"] == "runners-knee"]
    found = list(Comment.objects.order_by("pk"))
    assert [(c.name, c.text, c.status) for c in found] == [
        (c["name"], c["text"], c["status"]) for c in expected
    ]
    assert [c.created for c in found] == [local_time(c["created"]) for c in expected]
    assert {c.name for c in found if c.user == staff} == {"bt-admin"}
    assert client.get("/runners-knee/").headers["Location"] == "/blog/runners-knee/"
