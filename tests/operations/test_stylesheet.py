import base64
import hashlib
import re
from html import unescape

import pytest

from django.core.management import call_command

STYLE = re.compile(r"<style.*?>(.*?)</style>", re.DOTALL)
SOURCES = {
    "css/site.css": '@import "base.css";',
    "css/base.css": "p { color: red } .lost { top: 0 }",
    "css/fonts.css": '@font-face { font-family: F; src: url("../fonts/f.woff2") }',
    "fonts/f.woff2": "a font",
    "css/transitions.css": "a { view-transition-name: attr(id type(<ident>)) }",
}


@pytest.fixture
def in_page(settings, tmp_path):
    """Inline stylesheets, as in production."""
    sources = tmp_path / "sources"
    for name, text in SOURCES.items():
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_text(text)
    storage = "boulder_therapeutics.operations.static_files.storage.BundlingStorage"
    settings.STATICFILES_DIRS = [sources, *settings.STATICFILES_DIRS]
    # Public pages use none of the files of Wagtail.
    settings.STATICFILES_FINDERS = [
        "django.contrib.staticfiles.finders.FileSystemFinder"
    ]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": storage}}
    settings.STYLESHEET_IN_PAGE = True
    call_command("collectstatic", interactive=False, verbosity=0)


def read_styles(response):
    """Return the inline styles as a browser reads them, without entities."""
    return [unescape(text) for text in STYLE.findall(response.content.decode())]


@pytest.mark.parametrize("path", ["/", "/nothing-is-here/"])
def test_policy_allows_exactly_the_styles_of_the_page(client, home, in_page, path):
    response = client.get(path)
    digests = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in read_styles(response)
    ]
    site, fonts, fonts_without_scripts, transitions = digests
    assert fonts == fonts_without_scripts
    assert (
        f"style-src 'self' 'sha256-{site}' 'sha256-{fonts}' 'sha256-{transitions}';"
        in f"{response['Content-Security-Policy']};"
    )


def test_page_contains_the_whole_stylesheet(client, home, in_page):
    assert read_styles(client.get("/"))[0] == "p{color:red}.lost{top:0}"


def test_admin_allows_inline_styles(client, home):
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy


def test_urls_in_the_styles_work_on_every_page(client, home, in_page):
    fonts = read_styles(client.get("/"))[1]
    assert re.search(r'url\("?/static/fonts/f\.\w+\.woff2"?\)', fonts)


def test_stylesheets_are_linked_where_files_are_not_collected(client, home):
    html = client.get("/").content.decode()
    assert '<link rel="stylesheet" href="/static/css/site.css">' in html
    assert "<style" not in html
