"""Responses as parsed HTML."""

import html5lib


def parse(response):
    """Return the root element of a page; fail if its HTML is not well-formed."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(response.text)


def text_of(element):
    """Return the text of an element, without whitespace around it."""
    return "".join(element.itertext()).strip()
