from datetime import date, time

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.core.exceptions import ValidationError

from wagtail.blocks import StreamBlockValidationError
from wagtail.test.utils.form_data import nested_form_data, streamfield

from boulder_therapeutics.core.blocks.clinic import (
    SpanBlock,
    SpecialDaysBlock,
    WeeklyHoursBlock,
)
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.images.encoding import encode_missing
from tests.factories import ImageFactory


@pytest.mark.parametrize(
    ("opens", "closes"),
    [(time(9), None), (None, time(17)), (time(17), time(9)), (time(9), time(9))],
)
def test_span_must_end_after_it_starts(opens, closes):
    with pytest.raises(ValidationError):
        SpanBlock().clean({"opens": opens, "closes": closes})


@pytest.mark.parametrize(("opens", "closes"), [(time(9), time(17)), (None, None)])
def test_complete_or_empty_span_is_accepted(opens, closes):
    span = SpanBlock().clean({"opens": opens, "closes": closes})
    assert (span["opens"], span["closes"]) == (opens, closes)


CLOSED, MORNING, NOON = (None, None), (time(8), time(12)), (time(11), time(13))
AFTERNOON, EVENING = (time(12), time(17)), (time(17), time(20))


def clean_spans(block, name, day, spans):
    rows = [(name, day | {"opens": opens, "closes": closes}) for opens, closes in spans]
    return block.clean(block.normalize(rows))


KINDS = [
    (SpecialDaysBlock(), "day", {"date": date(2026, 12, 24), "reason": ""}),
    (WeeklyHoursBlock(), "hours", {"day": "3"}),
]


@pytest.mark.parametrize(("block", "name", "day"), KINDS)
@pytest.mark.parametrize(
    "spans",
    [[CLOSED, MORNING], [MORNING, CLOSED], [MORNING, NOON], [MORNING, MORNING]],
)
def test_hours_of_a_day_that_contradict_each_other_are_refused(block, name, day, spans):
    with pytest.raises(StreamBlockValidationError) as error:
        clean_spans(block, name, day, spans)
    assert error.value.block_errors.keys() == {1}
    assert "other hours for the same day" in str(error.value.block_errors[1])


@pytest.mark.parametrize(("block", "name", "day"), KINDS)
@pytest.mark.parametrize("spans", [[AFTERNOON, MORNING, EVENING], [CLOSED, CLOSED]])
def test_hours_of_a_day_that_agree_are_accepted(block, name, day, spans):
    assert len(clean_spans(block, name, day, spans)) == len(spans)


def test_hours_of_different_days_are_accepted():
    days = [
        {"day": "3", "opens": None, "closes": None},
        {"day": "4", "opens": time(8), "closes": time(9)},
    ]
    block = WeeklyHoursBlock()
    assert len(block.clean(block.normalize([("hours", day) for day in days]))) == 2


@pytest.mark.parametrize(
    ("phone", "link"),
    [("(303) 555-0142", "tel:+13035550142"), ("+44 20 7946 0000", "tel:+442079460000")],
)
def test_phone_link_includes_the_country_code(phone, link):
    assert ClinicSettings(phone=phone).phone_link == link


def test_administrator_enters_hours_and_special_days(client, admin_user):
    client.force_login(admin_user)
    response = client.get("/admin/settings/core/clinicsettings/", follow=True)
    assert response.status_code == 200
    assert b"Weekly hours" in response.content
    assert b"Special days" in response.content


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("clinic.janeapp.com", "https://clinic.janeapp.com"),
        (" //clinic.janeapp.com/book ", "https://clinic.janeapp.com/book"),
        ("https://b.example/{therapist}?s={service}", None),
        ("", ""),
    ],
)
def test_booking_url_is_completed(typed, stored):
    clinic = ClinicSettings(booking_url=typed)
    clinic.full_clean()
    assert clinic.booking_url == (typed if stored is None else stored)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("http://clinic.janeapp.com", "begins with https://"),
        ("javascript:alert(1)", "Enter the full URL"),
        ("mailto:clinic@example.com", "Enter the full URL"),
        ("ftp://example.com", "Enter the full URL"),
        ("/contact/", "Enter the full URL"),
        ("call us", "Enter the full URL"),
        ("https://b.example/{staff}", "{service} and {therapist}"),
        ("example.com/" + "a" * 485, "Enter the full URL"),
    ],
)
def test_booking_url_that_leads_nowhere_is_refused_with_words(typed, words):
    with pytest.raises(ValidationError, match=words) as error:
        ClinicSettings(booking_url=typed).full_clean()
    assert error.value.message_dict.keys() == {"booking_url"}


@pytest.fixture
def edit_clinic(client, admin_user):
    """Send the form of the settings with other fields, as an administrator."""

    def edit(**fields):
        client.force_login(admin_user)
        page = client.get("/admin/settings/core/clinicsettings/", follow=True)
        typed = page.context["form"].initial
        typed = {name: text for name, text in typed.items() if isinstance(text, str)}
        names = "weekly_hours", "special_days", "social_links"
        names += "policies", "new_client_forms"
        streams = {name: streamfield([]) for name in names}
        url = page.redirect_chain[-1][0]
        return client.post(url, nested_form_data({**typed, **streams, **fields}))

    return edit


def test_administrator_sees_why_a_booking_url_is_refused(edit_clinic):
    response = edit_clinic(booking_url="mailto:clinic@example.com")
    assertContains(response, "Enter the full URL of your booking page")
    assertContains(response, 'value="mailto:clinic@example.com"')


def test_administrator_sees_why_special_days_are_refused(edit_clinic):
    day = {"date": "2026-12-24", "reason": ""}
    closed, open_ = {"opens": "", "closes": ""}, {"opens": "8:00", "closes": "12:00"}
    days = streamfield([("day", day | closed), ("day", day | open_)])
    response = edit_clinic(special_days=days)
    assertContains(response, "An entry above has other hours for the same day")
    assertContains(response, "2026-12-24", count=2)


@pytest.mark.parametrize("url", ["/", "/contact/"])
def test_map_is_the_image_that_staff_chose(client, home, contact_page, url):
    clinic = ClinicSettings.load()
    assertContains(client.get(url), "Directions on Google Maps")
    assertNotContains(client.get(url), "<picture")
    clinic.map_image = ImageFactory(description="A map of the way from the creek.")
    clinic.save()
    assertContains(client.get(url), 'alt="A map of the way from the creek."')
    encode_missing()
    assertNotContains(client.get(url), "/media/renditions/")
