"""Conversion of the text of comments to HTML."""

import time

import pytest

from blog.comments.display.text import to_html

LINK = '<a href="{0}" rel="ugc nofollow noopener">{0}</a>'


def test_markup_is_escaped():
    assert to_html("5 < x & <b>") == "<p>5 &lt; x &amp; &lt;b&gt;</p>"


def test_blank_lines_and_newlines_become_paragraphs_and_breaks():
    assert to_html("a\nb\n \n\nc") == "<p>a<br>\nb</p><p>c</p>"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://example.org/a_(b)?q=1. Thanks", "https://example.org/a_(b)?q=1"),
        ("(http://example.org/a)", "http://example.org/a"),
        ("HTTPS://EXAMPLE.ORG!", "HTTPS://EXAMPLE.ORG"),
    ],
)
def test_urls_are_linked_without_punctuation(text, url):
    assert to_html(text) == f"<p>{text}</p>".replace(url, LINK.format(url))


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "ftp://example.org", "[x](data:text/html,x)", "http://"],
)
def test_only_http_urls_are_linked(text):
    assert "<a" not in to_html(text)


def test_url_cannot_escape_its_attribute():
    html = to_html("http://a.example/\"onmouseover='x'<script>")
    assert 'href="http://a.example/"' in html
    assert "<script>" not in html


def test_unprintable_characters_are_removed():
    assert to_html("a\x08b\ud800c") == "<p>abc</p>"


@pytest.mark.parametrize(
    "piece", ["http://", "http://a.com/?", "http://a.com/" + "(" * 50, "\n ", "&"]
)
def test_longest_text_is_rendered_fast(piece):
    text = (piece * 65_525)[:65_525]
    start = time.process_time()
    to_html(text)
    assert time.process_time() - start < 0.5
