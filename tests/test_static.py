"""Names in styles and templates that refer to nothing, which browsers ignore."""

import re
from pathlib import Path

import pytest

from django.conf import settings
from django.contrib.staticfiles import finders

from services.models import ServicePage

CSS = settings.BASE_DIR / "static" / "css"
JS = settings.BASE_DIR / "static" / "js"
TEMPLATES = settings.BASE_DIR / "templates"
# The report of an import is a file to save, with its own styles.
NOT_PUBLIC = {"moderation", "wagtailadmin", "wordpress"}
PUBLIC = [path for path in TEMPLATES.rglob("*.html") if not NOT_PUBLIC & {*path.parts}]
PUBLIC_CSS = re.findall(r'@import url\("(.+?)"\)', (CSS / "site.css").read_text())


def read(paths):
    return "\n".join(path.read_text() for path in paths)


def name(path):
    return str(path.relative_to(settings.BASE_DIR))


def test_each_custom_property_used_is_defined():
    css = read(CSS / part for part in PUBLIC_CSS)
    used = set(re.findall(r"var\((--[\w-]+)", css))
    assert used - set(re.findall(r"(--[\w-]+):", css)) == set()


@pytest.mark.parametrize("part", PUBLIC_CSS)
def test_colors_are_defined_in_the_tokens_only(part):
    css = (CSS / part).read_text()
    values = re.findall(r"#[0-9a-f]{3,8}\b|oklch\(|hsl\(", css)
    assert part == "tokens.css" or values == []


@pytest.mark.parametrize("part", PUBLIC_CSS)
def test_each_part_is_small_and_in_a_layer(part):
    css = (CSS / part).read_text()
    assert "@layer " in css
    assert len(css.splitlines()) <= 200


def test_fonts_of_the_stylesheet_exist():
    for url in re.findall(r'url\("(\.\./.+?)"\)', (CSS / "fonts.css").read_text()):
        assert (CSS / url).is_file()


@pytest.mark.parametrize("path", PUBLIC, ids=name)
def test_static_files_named_in_templates_exist(path):
    for static in re.findall(r'{% static "(.+?)"', path.read_text()):
        assert finders.find(static), static


@pytest.mark.parametrize("area", ServicePage.BodyArea.values)
def test_each_body_area_has_an_icon(area):
    assert finders.find(f"img/icons/body-{area}.svg")


@pytest.mark.parametrize("path", PUBLIC, ids=name)
def test_templates_have_no_inline_style_or_script(path):
    html = path.read_text()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("components/*.html")), ids=name)
def test_components_list_their_parameters_first(path):
    assert path.read_text().startswith("{# ")


def test_nothing_is_loaded_from_another_host():
    sources = [*JS.glob("*.js"), *(CSS / part for part in PUBLIC_CSS)]
    assert not re.search(r"https?://", read(map(Path, sources)))
