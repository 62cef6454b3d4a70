"""Collected bad input in every field: no errors, no active content, no lost text."""

import json
from html.parser import HTMLParser

import pytest

from blog.comments.models import Comment, CommentSettings
from blog.comments.submission.forms import CommentForm

pytestmark = pytest.mark.django_db
ACTIVE_TAGS = {"iframe", "object", "embed", "base", "applet", "frame", "meta", "style"}


class ActiveContent(HTMLParser):
    """The active content and the text of a page."""

    def __init__(self, html):
        super().__init__()
        self.found, self.data = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            scheme = "".join((value or "").split()).lower()
            if name.startswith("on") or scheme.startswith(("javascript:", "data:text")):
                self.found.append(f"{tag} {name}={value}")
        if tag in ACTIVE_TAGS or tag == "script":
            self.found.append(f"{tag} {dict(attrs)}")

    def handle_data(self, data):
        self.data.append(data)

    @property
    def text(self):
        return squash("".join(self.data))


def squash(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def lines(shared_data):
    folder = shared_data / "badinput"
    xss = (folder / "xss_a.txt").read_text(errors="replace").split("\n")
    return [
        line for line in json.loads((folder / "blns.json").read_text()) + xss if line
    ]


def test_published_input_is_inactive_and_complete(client, article, lines):
    forms = [
        CommentForm({"name": line[:200], "email": "a@example.com", "text": line})
        for line in lines
    ]
    valid = [form.cleaned_data for form in forms if form.is_valid()]
    baseline = ActiveContent(client.get(article.url).text).found
    Comment.objects.bulk_create(
        Comment(
            page=article,
            status="approved",
            is_visible=True,
            submission_key=str(key),
            **{name: data[name] for name in ("name", "email", "text")},
        )
        for key, data in enumerate(valid)
    )
    CommentSettings.objects.update_or_create(defaults={"per_page": 10_000})
    page = ActiveContent(client.get(article.url).text)
    assert page.found == baseline
    assert len(valid) > 0.95 * len(lines)
    shown = page.text
    lost = [
        data["text"] for data in valid if squash(printable(data["text"])) not in shown
    ]
    assert lost == []
    assert client.get("/blog/comments/feed/").status_code == 200


def printable(text):
    return "".join(c for c in text if c.isprintable() or ord(c) > 0x9F)


@pytest.mark.parametrize("field", ["name", "email", "text", "parent", "key", "stamp"])
def test_rejected_input_is_inactive_and_complete(post, typed, lines, field):
    baseline = ActiveContent(post(typed | {"email": "x", "text": ""}).text).found
    for line in lines[::60]:
        data = typed | {"email": "x"} | {field: line}
        response = post(data)
        assert response.status_code in {403, 422}
        page = ActiveContent(response.text)
        assert page.found == baseline, line
        if field == "text":
            assert squash(printable(line)) in page.text


@pytest.mark.parametrize("field", ["name", "email", "text", "parent", "key", "stamp"])
def test_bad_field_is_no_server_error(post, typed, lines, comment_settings, field):
    for line in lines[7::60]:
        assert post(typed | {field: line}).status_code < 500


def test_bad_header_is_no_server_error(post, typed, lines, comment_settings):
    for line in lines[::60]:
        headers = {"User-Agent": line, "Referer": line, "Accept-Language": line}
        assert post(typed | {"text": line}, headers=headers).status_code < 500
