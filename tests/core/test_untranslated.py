"""A site without pages in Spanish."""

from wagtail.models import Locale


def test_without_spanish_pages_nothing_is_below_their_prefix(client, article):
    assert client.get("/es/").status_code == 404
    assert client.get("/es/blog/runners-knee/").status_code == 404
    assert "Español" not in client.get("/").text


def test_editor_can_copy_a_page_for_translation(client, editor, home, article):
    Locale.objects.create(language_code="es")
    client.force_login(editor)
    url = f"/admin/translation/submit/page/{home.pk}/"
    locale = Locale.objects.get(language_code="es")
    assert client.get(url).status_code == 200
    client.post(url, {"locales": [locale.pk]})
    assert not home.get_translation(locale).live
