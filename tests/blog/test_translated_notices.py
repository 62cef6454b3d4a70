"""A translation never shows a warning that is older than that of its original."""

from datetime import date

import pytest

from wagtail.models import PageViewRestriction

from boulder_therapeutics.seo.markdown.convert import read_main
from tests.core.test_languages import translate

OLD, NEW = date(2026, 1, 1), date(2026, 6, 1)


def notice(*items):
    return {"type": "notice", "value": {"kind": "soon", "items": list(items)}}


def paragraph(text):
    return {"type": "paragraph", "value": f"<p>{text}</p>"}


@pytest.fixture
def spanish(home, blog_index, article):
    """A translation of an article with a warning, both reviewed on the same day."""
    article.body, article.reviewed_on = [notice("it is hot")], OLD
    article.save_revision().publish()
    translate(home)
    translate(blog_index, slug="blog")
    body = [paragraph("Antes"), notice("está caliente"), paragraph("Después")]
    return translate(article, slug="rodilla", body=body)


def review(page, day, body):
    page.refresh_from_db()
    page.body, page.reviewed_on = body, day
    page.save_revision().publish()


def shown(client, url="/es/blog/rodilla/"):
    return " ".join(
        read_main(client.get(url).text).find("article").get_text(" ").split()
    )


def test_current_translation_shows_its_own_warning(client, spanish):
    assert "Consulte pronto a un médico si: está caliente Después" in shown(client)


def test_warnings_reviewed_later_replace_the_translated_ones(client, spanish, article):
    review(article, NEW, [notice("it is hot"), notice("it locks")])
    text = shown(client)
    assert "está caliente" not in text
    assert "Antes Urgent advice: See a doctor soon if: it is hot Este aviso" in text
    assert text.index("it locks") < text.index("Después")
    html = client.get("/es/blog/rodilla/").text
    assert '<div class="notice notice--soon" lang="en-US">' in html
    assert '<p class="notice__text" lang="es-US">' in html


def test_new_warning_of_the_original_is_shown_first(client, spanish, article):
    review(article, NEW, [notice("it locks")])
    review(spanish, OLD, [paragraph("Antes")])
    assert shown(client).index("it locks") < shown(client).index("Antes")


def test_translation_reviewed_again_shows_its_own_warning(client, spanish, article):
    review(article, NEW, [notice("it locks")])
    review(spanish, NEW, [notice("se traba")])
    assert "se traba" in shown(client)
    assert "it locks" not in shown(client)


def test_feed_and_markdown_show_the_current_warnings_too(client, spanish, article):
    review(article, NEW, [notice("it locks")])
    for url in ["/es/blog/feed/", "/es/blog/rodilla/index.md"]:
        text = client.get(url).text
        assert "it locks" in text and "está caliente" not in text, url


def test_english_article_keeps_its_warning(client, spanish, article):
    review(article, NEW, [notice("it locks")])
    assert "it locks" in shown(client, "/blog/runners-knee/")
    assert "lang=" not in str(read_main(client.get("/blog/runners-knee/").text))


def test_service_shows_current_warnings_as_well(client, home, service_index, service):
    translate(home)
    translate(service_index, slug="servicios")
    notices = {"doctor_notices": [notice("está caliente")], "reviewed_on": OLD}
    translate(service, slug="rodilla", **notices)
    service.refresh_from_db()
    service.doctor_notices, service.reviewed_on = [notice("it locks")], NEW
    service.save_revision().publish()
    text = client.get("/es/servicios/rodilla/").text
    assert "it locks" in text and "está caliente" not in text


def test_warnings_of_an_original_that_is_not_public_stay_private(
    client, spanish, article
):
    review(article, NEW, [notice("it locks")])
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    text = shown(client)
    assert "está caliente" in text
    assert "it locks" not in text
