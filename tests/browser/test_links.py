"""Every internal link leads to a page, and its fragment to an element there."""

from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

import pytest

pytestmark = pytest.mark.browser


class Page(HTMLParser):
    """The ids of a page, and the URLs of its links, images and forms."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.files = set(), set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs:
            self.ids.add(attrs["id"])
        if tag == "a" and attrs.get("href"):
            self.links.add(attrs["href"])
        elif tag == "link" and attrs.get("href"):
            self.files.add(attrs["href"])
        if attrs.get("src"):
            self.files.add(attrs["src"])
        for source in attrs.get("srcset", "").split(","):
            self.files.add(source.split(" ")[0])


def read(url):
    """Return the status of a URL, and its page if it is one."""
    try:
        with urlopen(Request(url)) as answer:
            is_page = "html" in answer.headers["Content-Type"]
            return answer.status, Page(answer.read().decode()) if is_page else None
    except HTTPError as error:
        return error.code, None


def test_no_link_is_broken(site):
    host = urlsplit(site.url).netloc
    found, waiting, wrong = {}, [(f"{site.url}/", "the start")], []
    fragments = set()
    while waiting:
        url, source = waiting.pop()
        if url in found:
            continue
        status, page = found[url] = read(url)
        if status != 200:
            wrong.append(f"{source} names {url}: {status}")
        if not page:
            continue
        targets = page.links | {f for f in page.files if f.startswith("/static/")}
        for target in targets:
            address, fragment = urldefrag(urljoin(url, target))
            # The reply form is on the same page.
            if urlsplit(address).netloc != host or "reply_to=" in address:
                continue
            waiting.append((address, url))
            if fragment:
                fragments.add((address, unquote(fragment), url))
    for address, fragment, source in fragments:
        page = found[address][1]
        if page and fragment not in page.ids:
            wrong.append(f"{source} names {address}#{fragment}")
    assert wrong == []
