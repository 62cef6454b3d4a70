"""Each language, and the Markdown of a page, is cached under a URL of its own."""

from wagtail.models import PageViewRestriction

from tests.core.test_languages import translate

from .test_invalidation import C, edit


def test_markdown_is_cached_and_invalidated_with_its_page(site, visitor, commit):
    url = f"{C}index.md"
    visitor.get(url)
    hit = visitor.get(url)
    assert (hit["X-Cache"], hit["X-Robots-Tag"]) == ("hit", "noindex")
    with commit():
        edit(site.c, title="Knees")
    assert visitor.text(url).startswith("# Knees\n")


def test_markdown_of_a_page_that_becomes_private_is_gone(site, visitor, commit):
    url = f"{C}index.md"
    visitor.get(url)
    with commit():
        PageViewRestriction.objects.create(page=site.c, restriction_type="login")
    assert visitor.get(url).status_code == 404


def test_languages_are_cached_apart_and_invalidated_together(site, visitor, commit):
    with commit():
        spanish = translate(site.home, title="Inicio", headline="Hola")
    visitor.get("/", **{"Accept-Language": "es"}), visitor.get("/es/")
    assert (visitor.x_cache("/"), visitor.x_cache("/es/")) == ("hit", "hit")
    assert "Hola" not in visitor.text("/") and "Hola" in visitor.text("/es/")
    with commit():
        edit(spanish, headline="Buenas")
    assert "Buenas" in visitor.text("/es/")


def test_link_to_a_translation_goes_with_it(site, visitor, commit):
    with commit():
        spanish = translate(site.home)
    assert "Español" in visitor.text("/")
    with commit():
        type(spanish).objects.get(pk=spanish.pk).unpublish()
    assert "Español" not in visitor.text("/")
