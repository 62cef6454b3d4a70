"""From the text of a comment to HTML."""

import time

import pytest

from blog.comments.display.text import to_html

LINK = '<a href="{0}" rel="ugc nofollow noopener">{0}</a>'


def test_markup_is_shown_as_typed():
    assert to_html("5 < x & <b>") == "<p>5 &lt; x &amp; &lt;b&gt;</p>"


def test_blank_line_is_a_paragraph_and_newline_a_break():
    assert to_html("a\nb\n \n\nc") == "<p>a<br>\nb</p><p>c</p>"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a_(b)?q=1. Thanks", "https://example.org/a_(b)?q=1"),
        ("(http://example.org/a)", "http://example.org/a"),
        ("HTTPS://EXAMPLE.ORG!", "HTTPS://EXAMPLE.ORG"),
    ],
)
def test_addresses_are_linked_without_the_sentence(text, address):
    assert to_html(text) == f"<p>{text}</p>".replace(address, LINK.format(address))


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "ftp://example.org", "[x](data:text/html,x)", "http://"],
)
def test_nothing_else_is_linked(text):
    assert "<a" not in to_html(text)


def test_address_cannot_leave_its_attribute():
    html = to_html("http://a.example/\"onmouseover='x'<script>")
    assert 'href="http://a.example/"' in html
    assert "<script>" not in html


def test_characters_that_no_page_may_hold_are_dropped():
    assert to_html("a\x08b\ud800c") == "<p>abc</p>"


@pytest.mark.parametrize(
    "piece", ["http://", "http://a.com/?", "http://a.com/" + "(" * 50, "\n ", "&"]
)
def test_longest_text_is_rendered_at_once(piece):
    text = (piece * 65_525)[:65_525]
    start = time.perf_counter()
    to_html(text)
    assert time.perf_counter() - start < 0.5
