"""Every kind of URL, none of them cached, while PostgreSQL is away."""

import urllib.request
from urllib.error import HTTPError

from ..rows import Row
from ..sites import ARTICLE

TITLE = "<h1>"
PATHS = f"""
/ /?unknown=1 /es/ /services/ /services/knee-pain/ /blog/?page=2 {ARTICLE}
{ARTICLE}index.md /blog/feed/ /blog/comments/feed/ /blog/2026/ /search/
/search/?query=knee /es/search/?query=rodilla /no/such/page/ /es/no/such/page/
/category/none/ /?p=12 /contact/ /sitemap.xml /llms.txt /comments/show/1/
/comments/report/1/ /comments/status/none/ /documents/1/none.pdf
/media/sharing/none.jpg /media/renditions/none/1/width-400/none /admin/
/admin/pages/ /admin/login/ /admin/password_reset/ /_util/login/
""".split()


def fails_without_words(url, **headers):
    """Return whether the response is an error but 503 with words and Retry-After."""
    request = urllib.request.Request(url, headers=headers)
    try:
        urllib.request.urlopen(request).close()
    except HTTPError as error:
        has_words = TITLE in error.read().decode() and error.headers["Retry-After"]
        return error.code >= 500 and not (error.code == 503 and has_words)
    return False


def measure_away(name, site, proxy):
    proxy.mode = "refuse"
    wrong = [p for p in PATHS if fails_without_words(site.url + p)]
    session = {"Cookie": f"sessionid={'x' * 32}"}
    wrong += [p for p in PATHS if fails_without_words(site.url + p, **session)]
    proxy.mode = "ok"
    measured = f"of {len(PATHS)} uncached URLs, errors but 503 with `Retry-After`"
    yield Row(name, measured, len(wrong), 0, seen=" ".join(wrong))
