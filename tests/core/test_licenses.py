"""What a person may say about a license, and until when."""

from datetime import date

import pytest
import time_machine

from django.core.exceptions import ValidationError

from wagtail.rich_text import RichText

from boulder_therapeutics.core.clinic.licenses import claims_license
from boulder_therapeutics.core.models import ClinicSettings, Person
from services.models import ServicePrice
from tests.factories import (
    CategoryFactory,
    PersonFactory,
    StandardPageFactory,
    TherapistPageFactory,
)


def person(**fields):
    return Person(name="Ann Lee", slug="ann", role="Massage therapist", **fields)


@pytest.mark.parametrize(
    ("moment", "credentials"),
    [("2027-01-30T23:59:59-07:00", "LMT"), ("2027-01-31T00:00:00-07:00", "")],
)
def test_license_is_shown_until_local_midnight_of_the_day_it_ends(moment, credentials):
    ann = person(license_title="LMT", license_expires=date(2027, 1, 31))
    with time_machine.travel(moment, tick=False):
        assert ann.credentials == credentials
        assert ann.is_licensed == bool(credentials)


def test_license_without_an_end_is_refused_and_not_shown():
    ann = person(license_title="LMT")
    assert ann.credentials == ""
    with pytest.raises(ValidationError) as error:
        ann.clean()
    assert error.value.message_dict.keys() == {"license_expires"}


@pytest.mark.parametrize(
    "text",
    [
        "Licensed massage therapist",
        "a licenced one",
        "Ann, LMT",
        "Ann (L.M.T.)",
        "Terapeuta con licencia",
        "tiene licencia",
        "Licencia de Colorado",
        "lmt",
        "Lmt",
        "our LMTs",
        "an LMT’s hands",
        "Ann, L. M. T.",
        "license #123",
        "License: MT.123",
        "license number EX-1",
        "Has a license",
        "holds a Colorado license",
        "with a current massage therapy license",
        "license holder",
        "License to practice massage",
        "massage therapy license since 2012",
    ],
)
def test_license_in_free_text_is_a_claim(text):
    assert claims_license(text)


@pytest.mark.parametrize(
    "text",
    ["", "Massage therapist", "Fishing license", "Washington, DC", "unlicensed"]
    + ["Licensed under CC BY", "bajo licencia CC BY", "almtree", "Ask for a license"],
)
def test_other_text_is_no_claim(text):
    assert not claims_license(text)


def test_letters_of_the_chosen_license_are_a_claim():
    assert claims_license("Ann Lee, DC", "DC")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Ann Lee, LMT"),
        ("role", "Licensed massage therapist"),
        ("biography", "<p>Is<b>licensed</b> here.</p>"),
        ("specialties", [("specialty", "LMT work")]),
        ("specialties_es", [("specialty", "Con licencia")]),
    ],
)
def test_person_may_not_claim_a_license_in_free_text(field, value):
    ann = person()
    setattr(ann, field, value)
    with pytest.raises(ValidationError) as error:
        ann.clean()
    assert error.value.message_dict.keys() == {field}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "LMT massage"),
        ("search_description", "Licensed massage"),
        ("introduction", "Our licensed LMT team"),
    ],
)
def test_home_about_and_other_pages_may_not_claim_a_license(
    home, contact_page, service_index, blog_index, field, value
):
    pages = home, contact_page, service_index, blog_index
    for page in *pages, StandardPageFactory(parent=home):
        setattr(page, field, value)
        with pytest.raises(ValidationError) as error:
            page.full_clean()
        assert error.value.message_dict.keys() == {field}


def test_service_may_not_claim_a_license(service):
    service.summary = "Our licensed LMT team"
    service.signs = [("sign", "You want an lmt.")]
    service.treatment = "<p>By<b>licensed</b> people.</p>"
    with pytest.raises(ValidationError) as error:
        service.full_clean()
    assert error.value.message_dict.keys() == {"summary", "signs", "treatment"}


def test_policies_may_not_claim_a_license():
    words = {"kind": "payment", "title": "", "text": RichText("<p>Pay.</p>")}
    claim = words | {"text_es": RichText("<p>Nuestro equipo con licencia.</p>")}
    clinic = ClinicSettings(payment_accepted="cash", policies=[("policy", words)])
    clinic.clean()
    clinic.policies = [("policy", claim)]
    with pytest.raises(ValidationError) as error:
        clinic.clean()
    assert error.value.message_dict.keys() == {"policies"}


def test_name_of_the_clinic_may_not_claim_a_license():
    with pytest.raises(ValidationError) as error:
        ClinicSettings(name="Ann Lee, LMT").clean()
    assert error.value.message_dict.keys() == {"name"}


def test_category_may_not_claim_a_license(db):
    category = CategoryFactory.build(name="Care", description="By licensed therapists.")
    with pytest.raises(ValidationError) as error:
        category.full_clean()
    assert error.value.message_dict.keys() == {"description"}


def test_article_may_write_about_licenses(article, client):
    article.introduction = "Ask if your therapist is licensed."
    article.full_clean()
    article.save()
    assert article.introduction in client.get(article.url).text


def test_page_may_not_claim_a_license_in_free_text(home):
    page = TherapistPageFactory.build(person=PersonFactory(), title="Ann, LMT")
    page.body = [("paragraph", "<p>Licensed since 2020.</p>")]
    with pytest.raises(ValidationError) as error:
        page.clean()
    assert error.value.message_dict.keys() == {"title", "body"}


def test_note_of_a_price_may_not_claim_a_license(service):
    price = ServicePrice(page=service, minutes=60, dollars=100, note="With an LMT")
    with pytest.raises(ValidationError) as error:
        price.full_clean()
    assert error.value.message_dict.keys() == {"note"}
