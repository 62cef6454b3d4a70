import pytest
from pytest_django.asserts import assertContains, assertNotContains

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from boulder_therapeutics.core.models import ClinicSettings, StandardPage, TherapistPage
from tests.factories import PersonFactory, StandardPageFactory, TherapistPageFactory


@pytest.fixture
def about(home):
    return StandardPageFactory(parent=home, slug="about", title="About", show_team=True)


@pytest.fixture
def ann(about):
    person = PersonFactory(name="Ann", slug="ann", role="Therapist", is_therapist=True)
    person.license_number = "EXAMPLE-1"
    person.languages = [("language", "en"), ("language", "es")]
    person.specialties = [("specialty", "Runners’ knees")]
    person.booking_code = "7"
    person.save()
    return person


@pytest.fixture
def page(about, ann):
    return TherapistPageFactory(parent=about, slug="ann", title="Ann", person=ann)


@pytest.fixture
def booking_system(db):
    clinic = ClinicSettings.load()
    clinic.booking_url = "https://book.example/{therapist}/{service}"
    clinic.save()


def test_therapists_are_allowed_below_standard_pages_only():
    assert TherapistPage.allowed_parent_page_models() == [StandardPage]
    assert TherapistPage.allowed_subpage_models() == []


def test_page_shows_the_facts_about_the_person(client, page):
    response = client.get(page.url)
    for text in [
        "Therapist, LMT",
        "Licensed massage therapist (LMT)",
        "Colorado EXAMPLE-1",
        "English, Spanish",
        "Runners’ knees",
    ]:
        assertContains(response, text)


def test_page_without_facts_has_no_empty_boxes(client, about):
    person = PersonFactory(is_therapist=True, license_title="")
    page = TherapistPageFactory(parent=about, person=person)
    response = client.get(page.url)
    for text in ['id="facts"', 'id="services"', "Not taking new clients"]:
        assertNotContains(response, text)


def test_page_lists_the_services_with_booking_links(
    client, page, ann, service, booking_system
):
    service.booking_code, service.therapists = "60", [ann]
    service.save()
    response = client.get(page.url)
    assertContains(response, f'href="{service.url}"')
    assertContains(response, 'href="https://book.example/7/60">book Knee Pain</a>')
    assertContains(response, 'href="https://book.example/7/">Book with Ann</a>')


def test_service_shows_who_treats_it(client, page, ann, service, booking_system):
    service.booking_code, service.therapists = "60", [ann]
    service.save()
    response = client.get(service.url)
    assertContains(response, "Who treats it")
    assertContains(response, f'<a href="{page.url}">Ann</a>')
    assertContains(response, 'href="https://book.example/7/60">Book with Ann</a>')


def test_person_no_longer_a_therapist_treats_nothing(client, ann, service):
    ann.is_therapist = False
    ann.save()
    service.therapists = [ann]
    service.save()
    assertNotContains(client.get(service.url), "Who treats it")


@pytest.mark.parametrize("url", ["", "https://wait.example/"])
def test_person_without_room_has_a_waiting_list(
    client, page, ann, url, booking_system, contact_page
):
    ann.takes_new_clients, ann.waiting_list_url = False, url
    ann.save()
    response = client.get(page.url)
    link = f'<a href="{url or "/contact/"}">Join the waiting list</a>'
    assertContains(response, "Not taking new clients.")
    assertContains(response, link, html=True)
    assertContains(response, "Book again with Ann")


def test_page_without_a_booking_system_has_the_general_button(
    client, page, contact_page
):
    assertContains(client.get(page.url), 'href="/contact/">Book a visit</a>', count=3)


@pytest.mark.parametrize("is_live", [True, False])
def test_cards_link_to_the_public_page_or_to_the_articles(
    client, page, about, blog_index, is_live
):
    page.live = is_live
    page.save()
    url = page.url if is_live else "/blog/author/ann/"
    assertContains(client.get(about.url), f'<a href="{url}">Ann</a>')


def test_articles_link_to_the_page_about_their_author(client, page, blog_index):
    assertContains(client.get("/blog/author/ann/"), f'href="{page.url}">More about Ann')


def test_draft_has_a_preview(about, ann):
    page = TherapistPageFactory(parent=about, person=ann, live=False)
    assert page.make_preview_request().status_code == 200


def test_service_with_chosen_therapists_has_a_preview(service, ann):
    service.therapists = [ann]
    assert "Who treats it" in service.make_preview_request().rendered_content


def test_editor_publishes_a_therapist(client, admin_user, about, ann):
    client.force_login(admin_user)
    data = nested_form_data(
        {
            "title": "Ann",
            "slug": "ann",
            "person": ann.pk,
            "introduction": "Hello.",
            "body": streamfield([]),
            "comments": inline_formset([]),
            "action-publish": "publish",
        }
    )
    url = f"/admin/pages/add/core/therapistpage/{about.pk}/"
    assert client.post(url, data).status_code == 302
    assertContains(client.get("/about/ann/"), "Hello.")
