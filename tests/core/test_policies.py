"""Payment, policies, forms and the page about health data, where visitors choose."""

import pytest
from bs4 import BeautifulSoup
from pytest_django.asserts import assertContains, assertNotContains

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText

from boulder_therapeutics.core.blocks.policies import FormBlock, PoliciesBlock
from boulder_therapeutics.core.models import ClinicSettings
from tests.core.test_languages import translate
from tests.factories import StandardPageFactory

HEADING = "Cancellations and missed visits"


def policy(kind="cancellation", title="", text="<p>Call us.</p>", **fields):
    value = {"kind": kind, "title": title, "text": RichText(text)}
    return "policy", value | fields


def make_document():
    file = ContentFile(b"Words", name="form.txt")
    return get_document_model().objects.create(title="Form", file=file)


@pytest.fixture
def clinic(db):
    clinic = ClinicSettings.load()
    clinic.payment_accepted = "cash and HSA cards"
    clinic.policies = [policy()]
    clinic.save()
    return clinic


def test_price_list_shows_payment_and_policies(client, clinic, service_index):
    response = client.get("/services/")
    assertContains(response, "We accept: cash and HSA cards.")
    assertContains(response, f'id="policy-cancellations-and-missed-visits">{HEADING}')
    assertContains(response, "<p>Call us.</p>")


def test_texts_are_in_spanish_or_marked_as_english(
    client, clinic, home, service_index, contact_page
):
    translate(home)
    translate(service_index, slug="servicios")
    translate(contact_page, slug="contacto")
    spanish = {"title_es": "Si no viene", "text_es": RichText("<p>Llame.</p>")}
    clinic.policies = [policy(), policy(title="No-shows", **spanish)]
    form = {"title": "Form", "document": None, "url": "https://f.example/"}
    clinic.new_client_forms = [("form", form), ("form", form | {"title_es": "Hoja"})]
    clinic.save()
    prices, contact = client.get("/es/servicios/"), client.get("/es/contacto/")
    assertContains(prices, '<span lang="en-US">cash and HSA cards</span>')
    assertContains(prices, 'visits">Cancelaciones y citas perdidas</h3>')
    assertContains(prices, '<div class="flow" lang="en-US"><p>Call us.</p>')
    assertContains(prices, '<h3 id="policy-no-shows">Si no viene</h3>')
    assertContains(prices, '<div class="flow"><p>Llame.</p>')
    assertContains(contact, '#policy-no-shows">Si no viene</a>')
    assertContains(contact, '<span lang="en-US">Form</span></a>')
    assertContains(contact, ">Hoja</a>")


def test_payment_is_in_spanish_if_it_is_entered(client, clinic, home, service_index):
    translate(home)
    translate(service_index, slug="servicios")
    clinic.payment_accepted_es = "efectivo"
    clinic.save()
    assertContains(client.get("/es/servicios/"), "Aceptamos: efectivo.")


def found(client, query, path="/search/"):
    """Return the URLs of the pages that a search finds."""
    page = BeautifulSoup(client.get(path, {"q": query}).text, "html.parser")
    return {link["href"] for link in page.select("main .results a")}


def test_policies_and_forms_are_found(client, clinic, service_index, contact_page):
    form = {"title": "Questionnaire", "document": None, "url": "https://f.example/"}
    clinic.new_client_forms = [("form", form)]
    clinic.policies = [policy(), policy("estimate", text="<p>Ask&nbsp;first.</p>")]
    clinic.save()
    for words in "HSA", "cancellation", "estimate", "ask first":
        assert found(client, words) == {"/services/"}, words
    assert found(client, "questionnaire") == {"/contact/"}
    clinic.policies = []
    clinic.save()
    assert found(client, "estimate") == set()


def test_policies_are_found_in_spanish(client, clinic, home, service_index):
    translate(home)
    translate(service_index, title="Servicios", slug="servicios")
    clinic.policies = [policy(text_es=RichText("<p>Sin cancelación, no.</p>"))]
    clinic.save()
    for word in "cancelación", "cancelaciones", "perdidas":
        assert found(client, word, "/es/search/") == {"/es/servicios/"}, word


def test_other_pages_link_to_the_policies(client, clinic, service, contact_page):
    link = f'/services/#policy-cancellations-and-missed-visits">{HEADING}'
    for url in (service.url, "/contact/"):
        assertContains(client.get(url), link)
        assertContains(client.get(url), "We accept: cash and HSA cards.")
    assertContains(client.get("/"), '/services/#policies">Payment and policies')


def test_empty_settings_show_nothing(client, service, contact_page):
    for url in ("/", "/services/", service.url, "/contact/"):
        response = client.get(url)
        for text in [
            "Before you book",
            "We accept",
            "policies",
            "Forms for new",
            "sms:",
        ]:
            assertNotContains(response, text)


def test_links_in_policies_are_resolved(client, clinic, service):
    clinic.policies = [
        policy(text=f'<p><a linktype="page" id="{service.pk}">Go</a></p>')
    ]
    clinic.save()
    assertContains(client.get("/services/"), f'<a href="{service.url}">Go</a>')


def test_title_replaces_the_name_of_the_kind(client, clinic, service_index):
    clinic.policies = [policy("other", "Late?")]
    clinic.save()
    assertContains(client.get("/services/"), '<h3 id="policy-late">Late?</h3>')


def test_policies_with_the_same_heading_are_refused():
    block = PoliciesBlock()
    value = block.to_python(
        [
            {
                "type": "policy",
                "value": {"kind": "payment", "title": "", "text": "<p>x</p>"},
            }
        ]
        * 2
    )
    with pytest.raises(ValidationError):
        block.clean(value)


def test_contact_page_offers_documents_and_links(client, clinic, contact_page):
    document = make_document()
    clinic.new_client_forms = [
        ("form", {"title": "On paper", "document": document, "url": ""}),
        ("form", {"title": "Online", "document": None, "url": "https://f.example/"}),
    ]
    clinic.save()
    response = client.get("/contact/")
    assertContains(response, f'<a href="{document.url}">On paper (TXT)</a>')
    assertContains(response, '<a href="https://f.example/">Online</a>')


@pytest.mark.parametrize("url", ["", "https://f.example/"])
def test_form_is_a_document_or_a_link(db, url):
    document = make_document() if url else None
    with pytest.raises(ValidationError):
        FormBlock().clean({"title": "Form", "document": document, "url": url})


def test_footer_links_to_the_chosen_page_about_health_data(client, clinic, home):
    privacy = StandardPageFactory(parent=home, slug="privacy")
    page = StandardPageFactory(parent=privacy, title="Health data", slug="health")
    assertNotContains(client.get("/"), "Health data")
    clinic.health_data_page = page
    clinic.save()
    assertContains(client.get("/"), '<a href="/privacy/health/">Health data</a>')
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assertNotContains(client.get("/"), "Health data")


def test_section_about_health_data_is_linked_once(client, clinic, home):
    clinic.health_data_page = StandardPageFactory(parent=home, title="Health data")
    clinic.save()
    assertContains(client.get("/"), "Health data</a>", count=1)


def test_text_message_is_offered_beside_booking_and_call(
    client, clinic, service, contact_page
):
    clinic.phone, clinic.phone_takes_texts = "(303) 555-0142", True
    clinic.save()
    response = client.get(service.url)
    assertContains(response, 'href="sms:+13035550142">Text</a>', count=1)
    assertContains(response, 'href="sms:+13035550142">send a text</a>', count=2)
    assertContains(client.get("/contact/"), "Send a text message")
