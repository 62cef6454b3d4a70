import base64
import hashlib
import re
from html import unescape

import pytest

from django.core.management import call_command

from boulder_therapeutics.operations.static_files import stylesheet


@pytest.fixture
def in_page(settings, tmp_path):
    """Styles in the page, as in production."""
    sources = tmp_path / "sources"
    for name, text in {
        "css/site.css": '@import "base.css";',
        "css/base.css": "p { color: red } .brand { color: blue } .lost { top: 0 }",
        "css/fonts.css": '@font-face { font-family: F; src: url("../fonts/f.woff2") }',
        "fonts/f.woff2": "a font",
        "css/transitions.css": "a { view-transition-name: attr(id type(<ident>)) }",
    }.items():
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_text(text)
    storage = "boulder_therapeutics.operations.static_files.storage.BundlingStorage"
    settings.STATICFILES_DIRS = [sources, *settings.STATICFILES_DIRS]
    # What Wagtail brings is in no page.
    settings.STATICFILES_FINDERS = [
        "django.contrib.staticfiles.finders.FileSystemFinder"
    ]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": storage}}
    settings.STYLESHEET_IN_PAGE = True
    remembered = [
        stylesheet.read_stylesheet,
        stylesheet.source_of,
        stylesheet.styles_for,
        stylesheet._all_rules,
    ]
    for function in remembered:
        function.cache_clear()
    call_command("collectstatic", interactive=False, verbosity=0)
    yield
    for function in remembered:
        function.cache_clear()


def test_policy_allows_the_styles_of_the_page_and_no_others(client, home, in_page):
    response = client.get("/")
    styles = re.findall(
        r"<style.*?>(.*?)</style>", response.content.decode(), re.DOTALL
    )
    # As a browser reads them: < is an entity in a drawing.
    texts = [unescape(text).encode() for text in styles]
    digests = [base64.b64encode(hashlib.sha256(text).digest()) for text in texts]
    first, later, without_scripts, transitions = (each.decode() for each in digests)
    assert later == without_scripts
    assert (
        f"style-src 'self' 'sha256-{first}' 'sha256-{later}' 'sha256-{transitions}';"
        in f"{response['Content-Security-Policy']};"
    )


def test_page_has_the_styles_of_what_it_shows_and_no_others(client, home, in_page):
    (own, *_) = re.findall(r"<style>(.*?)</style>", client.get("/").content.decode())
    assert own == "p{color:red}.brand{color:#00f}"


def test_page_that_is_not_there_may_have_all_styles(client, home, in_page):
    response = client.get("/nothing-is-here/")
    (own, *_) = re.findall(r"<style>(.*?)</style>", response.content.decode())
    digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response["Content-Security-Policy"]


def test_addresses_in_the_styles_hold_on_every_page(in_page):
    assert re.search(
        r'url\("?/static/fonts/f\.\w+\.woff2"?\)',
        stylesheet.read_stylesheet("css/fonts.css"),
    )


def test_styles_are_linked_where_files_are_not_collected(client, home):
    html = client.get("/").content.decode()
    assert '<link rel="stylesheet" href="/static/css/site.css">' in html
    assert "<style" not in html
