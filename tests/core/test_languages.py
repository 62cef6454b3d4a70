"""Pages in Spanish: their URLs, links between languages, lists, forms and mail."""

import re

import pytest
from bs4 import BeautifulSoup
from pytest_django.asserts import assertContains, assertNotContains

from django.core import mail

from wagtail.models import Locale, Page, Site

from blog.comments.models import Comment, CommentSettings, Subscription
from blog.models import BlogIndexPage, BlogPage
from boulder_therapeutics.core.models import (
    ClinicSettings,
    ContactMessage,
    HomePage,
    PrivacySettings,
)
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.search import find
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    CategoryFactory,
    CommentFactory,
    PersonFactory,
    StandardPageFactory,
    TherapistPageFactory,
)

pytestmark = pytest.mark.usefixtures("translations")
COMMENT = {
    "name": "Ana",
    "email": "ana@example.com",
    "text": "Gracias",
    "notify": "on",
}


def translate(page, **fields):
    """Return `page` in Spanish, published, with other `fields`."""
    locale = Locale.objects.get_or_create(language_code="es")[0]
    draft = page.specific.copy_for_translation(locale)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return type(draft).objects.get(pk=draft.pk)


def links(client, url, **attributes):
    """Return the URLs of the links in the head of a page, by their hreflang."""
    head = BeautifulSoup(client.get(url).text, "html.parser").head
    found = head.find_all("link", rel="alternate", hreflang=True)
    return {link["hreflang"]: link["href"] for link in found}


@pytest.fixture(scope="module")
def translations(module_db):
    """The home page, the blog and an article, each with its translation."""
    home = Site.objects.get().root_page.specific
    blog = BlogIndexPageFactory(parent=home)
    article = BlogPageFactory(parent=blog, title="Runner’s Knee", slug="runners-knee")
    translate(home, title="Inicio", headline="De vuelta al sendero")
    translate(blog, title="Blog")
    translate(article, title="Rodilla de corredor", slug="rodilla")


@pytest.fixture
def blog_index(db):
    return BlogIndexPage.objects.get(locale__language_code="en")


@pytest.fixture
def article(db):
    return BlogPage.objects.get(slug="runners-knee")


@pytest.fixture
def spanish_home(db):
    return HomePage.objects.get(locale__language_code="es")


@pytest.fixture
def spanish_article(db):
    return BlogPage.objects.get(slug="rodilla")


@pytest.fixture
def spanish_contact(spanish_home, contact_page):
    return translate(contact_page, title="Contacto", slug="contacto")


def test_language_is_that_of_the_url_alone(client, spanish_article):
    headers = {"Accept-Language": "es"}
    client.cookies["django_language"] = "es"
    english = client.get("/blog/runners-knee/", headers=headers)
    assert '<html lang="en-US">' in english.text
    spanish = client.get("/es/blog/rodilla/", headers={"Accept-Language": "en"})
    assert '<html lang="es-US">' in spanish.text
    assert "Accept-Language" not in spanish.get("Vary", "")
    assert "Set-Cookie" not in spanish.headers


@pytest.mark.parametrize(
    "url",
    ["/en/", "/en/blog/runners-knee/", "/es/blog/runners-knee/", "/blog/rodilla/"],
)
def test_a_page_has_one_url(client, spanish_article, url):
    assert client.get(url).status_code == 404


def test_draft_home_page_hides_all_spanish_pages(client, spanish_article, spanish_home):
    Page.objects.get(pk=spanish_home.pk).unpublish()
    assert client.get("/es/").status_code == 404
    assert client.get("/es/blog/feed/").status_code == 404
    assert links(client, "/blog/runners-knee/") == {}
    assert "Español" not in client.get("/about/").text


def test_translations_are_linked_both_ways_and_by_default_to_english(
    client, spanish_article
):
    urls = {
        "en": "http://testserver/blog/runners-knee/",
        "x-default": "http://testserver/blog/runners-knee/",
        "es": "http://testserver/es/blog/rodilla/",
    }
    assert links(client, "/blog/runners-knee/") == urls
    assert links(client, "/es/blog/rodilla/") == urls


@pytest.mark.parametrize("url", ["/blog/runners-knee/", "/es/blog/rodilla/"])
def test_page_hidden_from_search_engines_is_no_alternate(
    client, spanish_article, article, url
):
    hidden = next(p for p in (article, spanish_article) if p.url == url)
    hidden.noindex = True
    hidden.save()
    assert links(client, "/blog/runners-knee/") == {}
    assert links(client, "/es/blog/rodilla/") == {}
    assert "/es/blog/rodilla/" in client.get("/blog/runners-knee/").text


def test_untranslated_pages_and_lists_below_pages_have_no_alternates(
    client, spanish_article, service, article
):
    article.categories = [CategoryFactory(slug="knees")]
    article.save()
    assert links(client, "/services/knee-pain/") == {}
    assert links(client, "/blog/category/knees/") == {}


def test_switch_goes_to_the_translation_or_to_the_home_page(
    client, spanish_article, service
):
    def switch(url):
        page = BeautifulSoup(client.get(url).text, "html.parser")
        return {a["href"] for a in page.select(".language")}

    assert switch("/blog/runners-knee/") == {"/es/blog/rodilla/"}
    assert switch("/es/blog/rodilla/") == {"/blog/runners-knee/"}
    assert switch("/services/knee-pain/") == {"/es/"}
    assert switch("/es/nada/") == {"/"}


def test_footer_links_to_health_data_in_spanish_or_marks_the_english_page(
    client, spanish_home, home
):
    privacy = StandardPageFactory(parent=home, slug="privacy", title="Privacy")
    page = StandardPageFactory(parent=privacy, slug="health", title="Health data")
    ClinicSettings.objects.create(health_data_page=page)
    english = '<a href="/privacy/health/" lang="en-US" hreflang="en-US">Health data</a>'
    assertContains(client.get("/es/"), english, html=True)
    translate(privacy, slug="privacidad")
    translate(page, slug="salud", title="Datos de salud")
    spanish = '<a href="/es/privacidad/salud/">Datos de salud</a>'
    assertContains(client.get("/es/"), spanish, html=True)


def test_footer_links_to_sections_without_a_translation(client, spanish_home, home):
    page = StandardPageFactory(
        parent=home, slug="accessibility", title="Accessibility", show_in_menus=False
    )
    english = (
        '<a href="/accessibility/" lang="en-US" hreflang="en-US">Accessibility</a>'
    )
    ClinicSettings.objects.create(health_data_page=page)
    assertContains(client.get("/es/"), english, count=1, html=True)
    translate(page, slug="accesibilidad", title="Accesibilidad")
    response = client.get("/es/")
    assertContains(response, '<a href="/es/accesibilidad/">Accesibilidad</a>', count=1)
    assertNotContains(response, "/accessibility/")


def test_lists_have_the_articles_and_services_of_their_language(
    client, spanish_article, service, article
):
    for url in ["/", "/blog/", "/blog/feed/", "/search/?q=runner"]:
        assert "rodilla" not in client.get(url).text, url
    for url in ["/es/", "/es/blog/", "/es/blog/feed/", "/es/search/?q=corredor"]:
        text = client.get(url).text
        assert "/es/blog/rodilla/" in text, url
        assert "runners-knee" not in text, url


def test_feeds_name_their_language(client, spanish_article):
    assert "<language>en-us</language>" in client.get("/blog/feed/").text
    assert "<language>es-us</language>" in client.get("/es/blog/feed/").text
    assert "<language>es-us</language>" in client.get("/es/blog/comments/feed/").text


def test_metadata_names_the_language(client, spanish_article):
    html = client.get("/es/blog/rodilla/").text
    assert '<meta property="og:locale" content="es_US">' in html
    assert '"inLanguage":"es-US"' in html
    assert re.search(r"\d de [a-z]+ de \d{4}</time>", html)


def test_sitemap_lists_the_languages_of_each_page(client, spanish_article, service):
    text = client.get("/sitemap.xml").text
    entries = {entry.split("<")[0]: entry for entry in text.split("<loc>")}
    translated = entries["http://testserver/es/blog/rodilla/"]
    assert 'hreflang="en" href="http://testserver/blog/runners-knee/"' in translated
    assert 'hreflang="es" href="http://testserver/es/blog/rodilla/"' in translated
    assert "hreflang" not in entries["http://testserver/services/knee-pain/"]


def test_llms_file_lists_spanish_pages(client, spanish_article):
    text = client.get("/llms.txt").text
    line = "[Rodilla de corredor](http://testserver/es/blog/rodilla/index.md)"
    assert line in text.partition("## Español")[2]


def test_markdown_is_in_the_language_of_the_page(client, spanish_article):
    text = client.get("/es/blog/rodilla/index.md").text
    assert text.startswith("# Rodilla de corredor\n")
    assert "lectura" in text


def test_not_found_page_is_in_the_language_of_the_url(client, spanish_home):
    response = client.get("/es/nada/")
    assert response.status_code == 404
    assert "No encontramos esta página" in response.text
    assert 'action="/es/search/"' in response.text


def test_contact_form_is_in_spanish_and_reaches_the_same_inbox(client, spanish_contact):
    html = client.get("/es/contacto/").text
    assert f'action="/es/messages/{spanish_contact.pk}/"' in html
    url = f"/es/messages/{spanish_contact.pk}/"
    assert "Escriba su nombre." in client.post(url).text
    data = {"name": "Ana", "reply_to": "303 555 0100", "text": "Hola"}
    response = client.post(url, data)
    assert response["Location"] == "/es/contacto/?sent=1#sent"
    assert ContactMessage.objects.get().name == "Ana"


def test_comment_on_a_spanish_page_is_moderated_in_the_same_queue(
    client, admin_client, spanish_article
):
    url = f"/es/comments/{spanish_article.pk}/"
    assert client.post(url).status_code == 422
    response = client.post(url, COMMENT)
    assert response["Location"].startswith("/es/blog/rodilla/?comment=")
    assert "pendiente de aprobación" in client.get(response["Location"]).text
    assert "Gracias" in admin_client.get("/admin/comments/").text


def test_readers_get_mail_in_the_language_of_the_article_and_staff_in_english(
    client, spanish_article, moderator
):
    moderator.email = "moderator@example.com"
    moderator.save()
    client.post(f"/es/comments/{spanish_article.pk}/", COMMENT)
    outbox.send_waiting()
    by_recipient = {message.to[0]: message for message in mail.outbox}
    to_reader = by_recipient["ana@example.com"]
    assert "Confirme" in to_reader.subject
    assert "http://testserver/es/comments/mails/" in to_reader.body
    to_staff = by_recipient["moderator@example.com"]
    assert "A new comment is waiting" in to_staff.body
    assert "http://testserver/comments/act/" in to_staff.body
    assert Comment.objects.get().page_id == spanish_article.pk


def test_people_and_categories_are_translated_where_they_can_be(
    client, spanish_article
):
    person = PersonFactory(
        slug="ana", role="Therapist", biography="<p>Runs.</p>", role_es="Terapeuta"
    )
    category = CategoryFactory(slug="knees", name="Knees", name_es="Rodillas")
    spanish_article.article_authors.update(person=person)
    spanish_article.categories = [category]
    spanish_article.save()
    html = client.get("/es/blog/rodilla/").text
    assert "Terapeuta" in html and "Rodillas" in html
    assert '<div class="flow" lang="en-US"><p>Runs.</p></div>' in html
    assert "Knees" in client.get("/blog/category/knees/").text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("", '<span lang="en-US">For nothing else.</span>'), ("Para nada más.", None)],
)
def test_use_of_emails_is_in_spanish_or_marked(client, spanish_article, text, shown):
    settings = CommentSettings.load()
    settings.email_use, settings.email_use_es = "For nothing else.", text
    settings.save()
    assert (shown or text) in client.get("/es/blog/rodilla/").text
    client.post(f"/es/comments/{spanish_article.pk}/", COMMENT)
    assert Subscription.objects.get().consent.endswith(text or "For nothing else.")


def test_use_of_messages_is_in_spanish_or_marked(client, spanish_contact):
    settings = PrivacySettings.load()
    settings.contact_use = "Only to answer you."
    settings.save()
    shown = '<div class="meta" lang="en-US"><p>Only to answer you.</p></div>'
    assertContains(client.get("/es/contacto/"), shown)
    settings.contact_use_es = "Solo para contestarle."
    settings.save()
    shown = '<div class="meta"><p>Solo para contestarle.</p></div>'
    assertContains(client.get("/es/contacto/"), shown)


def test_specialties_are_in_spanish_or_marked(client, spanish_home, home):
    ann = PersonFactory(slug="ann", specialties=[("specialty", "Knees")])
    about = StandardPageFactory(parent=home, slug="about")
    page = TherapistPageFactory(parent=about, slug="ann", person=ann)
    translate(about, title="Nosotros")
    url = translate(page, title="Ana").url
    assertContains(client.get(url), '<dd lang="en-US">Knees</dd>')
    ann.specialties_es = [("specialty", "Rodillas")]
    ann.save()
    assertContains(client.get(url), "<dd>Rodillas</dd>")


def test_links_in_text_lead_to_the_same_language(client, spanish_article, article):
    link = f'<p><a linktype="page" id="{article.pk}">Rodilla</a></p>'
    spanish_article.body = [{"type": "paragraph", "value": link}]
    spanish_article.save()
    assert '<a href="/es/blog/rodilla/">Rodilla</a>' in (
        client.get("/es/blog/rodilla/").text
    )


def test_quote_in_another_language_is_marked(client, spanish_article):
    quote = {"text": "Listen to your body.", "language": "en"}
    spanish_article.body = [{"type": "quote", "value": quote}]
    spanish_article.save()
    html = client.get("/es/blog/rodilla/").text
    assert '<blockquote lang="en"><p>Listen' in html


def test_related_service_is_that_in_the_language_of_the_article(
    client, spanish_article, service_index, service, article
):
    spanish_article.services = [service]
    spanish_article.save()
    assert "/services/knee-pain/" not in client.get("/es/blog/rodilla/").text
    translate(service_index, title="Servicios", slug="servicios")
    translate(service, title="Dolor de rodilla", slug="dolor-de-rodilla")
    text = client.get("/es/blog/rodilla/").text
    assert "/es/servicios/dolor-de-rodilla/" in text
    assert "/es/blog/rodilla/" in client.get("/es/servicios/dolor-de-rodilla/").text


def test_booking_code_is_that_of_the_original(
    client, spanish_home, service_index, service
):
    translate(service_index, slug="servicios")
    spanish = translate(service, slug="dolor", booking_code="old")
    service.refresh_from_db()
    service.booking_code = "new"
    service.save_revision().publish()
    spanish.refresh_from_db()
    assert spanish.booking_code == "new"
    spanish.booking_code = "old"
    spanish.save_revision().publish()
    spanish.refresh_from_db()
    assert spanish.booking_code == "new"


def test_draft_of_the_original_leaves_the_booking_code(
    spanish_home, service_index, service
):
    translate(service_index, slug="servicios")
    spanish = translate(service, slug="dolor")
    service.refresh_from_db()
    service.booking_code = "draft"
    service.save_revision()
    spanish.refresh_from_db()
    assert spanish.booking_code != "draft"


def test_search_finds_the_few_pages_in_spanish_among_many_in_english(
    client, spanish_article, blog_index, monkeypatch
):
    monkeypatch.setattr(find, "MOST_RESULTS", 1)
    Page.objects.filter(pk=spanish_article.pk).update(title="Maratón")
    spanish_article.refresh_from_db()
    spanish_article.save_revision().publish()
    parent = Page.objects.get(pk=blog_index.pk)
    for slug in "abcd":
        BlogPageFactory(parent=parent, title="Maratón", slug=slug)
    assert "/es/blog/rodilla/" in client.get("/es/search/?q=maratón").text


def test_own_comments_link_is_in_the_language_of_the_page(client, spanish_article):
    CommentFactory(page=spanish_article, email="ana@example.com")
    client.post("/es/comments/own/send/", {"email": "ana@example.com"})
    outbox.send_waiting()
    [message] = mail.outbox
    assert "Sus comentarios y mensajes" in message.subject
    assert "http://testserver/es/comments/own/" in message.body


def test_llms_file_leaves_out_a_spanish_home_page_with_noindex(
    client, spanish_home, spanish_article
):
    assert "/es/index.md" in client.get("/llms.txt").text
    spanish_home.noindex = True
    spanish_home.save_revision().publish()
    text = client.get("/llms.txt").text
    assert "/es/index.md" not in text
    assert "/es/blog/rodilla/index.md" in text
