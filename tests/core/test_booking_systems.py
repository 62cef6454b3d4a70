"""The URLs of booking systems, in the forms that their own pages have."""

from types import SimpleNamespace

import pytest

from django.core.exceptions import ValidationError

from boulder_therapeutics.core.models import ClinicSettings

JANE = "https://clinic.janeapp.com/"
CLINIKO = "https://clinic.us1.cliniko.com/bookings"
MINDBODY = "https://clients.mindbodyonline.com/classic/ws?studioid=5&stype=-9&sView=day"
ACUITY = "https://clinic.acuityscheduling.com/schedule.php"
SIMPLE = "https://clinic.clientsecure.me/request/service"


def link(system, account="clinic", group="", service="", therapist=""):
    clinic = ClinicSettings(
        booking_system=system, booking_account=account, booking_group=group
    )
    return clinic.booking_link(
        SimpleNamespace(booking_code=service), SimpleNamespace(booking_code=therapist)
    )


@pytest.mark.parametrize(
    ("system", "facts", "url"),
    [
        ("jane", {}, JANE),
        ("jane", {"service": "2"}, JANE),
        ("jane", {"service": "2", "group": "4"}, f"{JANE}#/discipline/4/treatment/2"),
        ("jane", {"therapist": "1"}, f"{JANE}#/staff_member/1"),
        (
            "jane",
            {"service": "2", "therapist": "1"},
            f"{JANE}#/staff_member/1/treatment/2",
        ),
        ("acuity", {}, ACUITY),
        ("acuity", {"therapist": "1"}, f"{ACUITY}?calendarID=1"),
        (
            "acuity",
            {"service": "2", "therapist": "1"},
            f"{ACUITY}?appointmentType=2&calendarID=1",
        ),
        ("simplepractice", {"service": "2", "therapist": "1"}, SIMPLE),
    ],
)
def test_url_preselects_what_is_known(system, facts, url):
    assert link(system, **facts) == url


def test_url_of_cliniko_has_business_service_and_therapist():
    assert link("cliniko", "clinic.us1") == CLINIKO
    assert link("cliniko", "clinic.us1", "9", "2", "1") == (
        f"{CLINIKO}?business_id=9&appointment_type_id=2&practitioner_id=1"
    )


def test_url_of_mindbody_has_category_service_and_therapist():
    assert link("mindbody", "5") == MINDBODY
    assert link("mindbody", "5", "9", "2", "1") == f"{MINDBODY}&sTG=9&sVT=2&sTrn=1"


@pytest.mark.parametrize("system", ["jane", "acuity"])
def test_codes_are_quoted(system):
    assert link(system, therapist="1/2&x#4").endswith("1%2F2%26x%234")


def test_url_of_another_system_is_a_pattern():
    clinic = ClinicSettings(booking_url="https://b.example/{therapist}?s={service}")
    ann, knee = SimpleNamespace(booking_code="1"), SimpleNamespace(booking_code="2")
    assert clinic.booking_link(knee, ann) == "https://b.example/1?s=2"


@pytest.mark.parametrize(
    "account",
    ["", "clinic/", "-", "a b", "a.b", "www.janeapp.com", "clinic.cliniko.com"],
)
def test_system_needs_the_name_of_an_account(account):
    clinic = ClinicSettings(booking_system="jane", booking_account=account)
    with pytest.raises(ValidationError) as error:
        clinic.full_clean()
    assert error.value.message_dict.keys() == {"booking_account"}


@pytest.mark.parametrize(
    ("system", "typed", "account"),
    [
        ("jane", "clinic.janeapp.com", "clinic"),
        ("jane", " https://Clinic.janeapp.com/#/staff_member/1 ", "Clinic"),
        ("cliniko", "clinic.us1", "clinic.us1"),
        ("cliniko", "https://clinic.us1.cliniko.com/bookings?x=1", "clinic.us1"),
        ("mindbody", MINDBODY, "5"),
        ("mindbody", "5", "5"),
        ("acuity", "http://clinic.acuityscheduling.com", "clinic"),
        ("simplepractice", SIMPLE, "clinic"),
    ],
)
def test_host_or_url_is_reduced_to_the_account(system, typed, account):
    clinic = ClinicSettings(booking_system=system, booking_account=typed)
    clinic.clean()
    assert clinic.booking_account == account


@pytest.mark.parametrize(
    ("system", "typed"),
    [("acuity", "a.b"), ("simplepractice", "a.us1"), ("cliniko", "a.b.us1")]
    + [("mindbody", "clinic"), ("mindbody", "https://x.example/?studioid=5")],
)
def test_account_of_another_form_is_refused(system, typed):
    with pytest.raises(ValidationError):
        ClinicSettings(booking_system=system, booking_account=typed).clean()


def test_system_without_an_account_is_not_used():
    assert not ClinicSettings(booking_system="jane").has_booking
    assert not ClinicSettings(booking_url="").has_booking


@pytest.mark.parametrize(
    ("phone", "takes_texts", "link"),
    [
        ("(303) 555-0142", True, "sms:+13035550142"),
        ("(303) 555-0142", False, ""),
        ("", True, ""),
    ],
)
def test_text_link_exists_if_the_number_takes_texts(phone, takes_texts, link):
    clinic = ClinicSettings(phone=phone, phone_takes_texts=takes_texts)
    assert clinic.text_link == link
