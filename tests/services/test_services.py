import pytest
from pytest_django.asserts import assertContains, assertNotContains

from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from boulder_therapeutics.core.models import ClinicSettings, HomePage
from services.models import ServiceIndexPage, ServicePage, ServicePrice
from tests.factories import ServicePageFactory


def test_services_are_allowed_below_their_list_only():
    assert ServicePage.allowed_parent_page_models() == [ServiceIndexPage]
    assert ServicePage.allowed_subpage_models() == []
    assert ServiceIndexPage.allowed_parent_page_models() == [HomePage]


def test_list_shows_published_services(client, service, service_index):
    ServicePageFactory(parent=service_index, title="Hidden", live=False)
    response = client.get("/services/")
    assertContains(response, 'href="/services/knee-pain/"')
    assertNotContains(response, "Hidden")


def test_prices_without_a_position_are_in_the_order_of_creation(service):
    service.prices = [ServicePrice(minutes=each, dollars=1) for each in (30, 60, 90)]
    service.save()
    # PostgreSQL moves a changed row behind the others.
    service.prices.model.objects.filter(minutes=30).update(dollars=2)
    page = ServicePage.objects.get(pk=service.pk)
    assert [price.minutes for price in page.prices.all()] == [30, 60, 90]


def test_service_shows_all_fields(client, service):
    service.signs = [("sign", "It aches on stairs.")]
    service.treatment = "<p>We ease the thigh.</p>"
    service.expectations = "<p>Three visits.</p>"
    service.home_care = [("step", "Roll the calf.")]
    service.exercises = [("exercise", {"title": "Sit", "steps": ["Sit down slowly."]})]
    service.questions = [("question", {"question": "Sore?", "answer": "<p>No.</p>"})]
    service.doctor_notices = [("notice", {"kind": "soon", "items": ["it locks"]})]
    service.prices = [ServicePrice(minutes=60, dollars=110, note="A first visit")]
    service.save()
    response = client.get(service.url)
    for text in [
        "It aches on stairs.",
        "We ease the thigh.",
        "Three visits.",
        "Roll the calf.",
        "Sit down slowly.",
        "Sore?",
        "See a doctor soon if:",
        "it locks",
        "$110",
        "A first visit",
    ]:
        assertContains(response, text)


def test_booking_link_has_the_code_of_the_service(client, service, clinic_booking):
    service.booking_code = "knee 60"
    service.save()
    url = "https://book.example/?treatment=knee%2060"
    assertContains(client.get(service.url), f'href="{url}"')


def test_booking_link_without_a_booking_system_is_the_contact_page(
    client, service, contact_page
):
    assertContains(client.get(service.url), 'href="/contact/?service=knee-pain"')


@pytest.fixture
def clinic_booking(db):
    clinic = ClinicSettings.load()
    clinic.booking_url = "https://book.example/?treatment={service}"
    clinic.save()


def test_incomplete_service_has_a_preview(service_index):
    page = ServicePageFactory(parent=service_index, short="", summary="", live=False)
    assert page.make_preview_request().status_code == 200


def test_editor_can_publish_a_service(client, admin_user, service_index):
    client.force_login(admin_user)
    empty = streamfield([])
    exercise = {
        "title": "Side steps",
        "picture": {"image": "", "alt_text": ""},
        "steps": streamfield([("item", "Step to the side.")]),
        "sets": "3",
        "repetitions": "",
        "hold": "",
        "frequency": "",
        "caution": "",
    }
    data = nested_form_data(
        {
            "title": "Hip Pain",
            "slug": "hip-pain",
            "body_area": "hip",
            "booking_code": "",
            "short": "One line.",
            "summary": "A lead.",
            "picture": empty,
            "signs": streamfield([("sign", "It clicks.")]),
            "treatment": rich_text("<p>By hand.</p>"),
            "expectations": rich_text("<p>An hour.</p>"),
            "prices": inline_formset([{"minutes": "60", "dollars": "110", "note": ""}]),
            "doctor_notices": empty,
            "home_care": empty,
            "exercises": streamfield([("exercise", exercise)]),
            "questions": empty,
            "offers": empty,
            "testimonials": empty,
            "comments": inline_formset([]),
            "action-publish": "publish",
        }
    )
    url = f"/admin/pages/add/services/servicepage/{service_index.pk}/"
    assert client.post(url, data).status_code == 302
    assertContains(client.get("/services/hip-pain/"), "Step to the side.")
