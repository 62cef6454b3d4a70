"""Packages, add-ons, gift cards and testimonials on the price list and on services."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.core.exceptions import ValidationError

from boulder_therapeutics.core.blocks import standard
from services.blocks import OfferBlock
from services.templatetags.service_tags import group_offers
from tests.factories import StandardPageFactory


def offer(kind="package", title="Five visits", dollars=500, **fields):
    value = {"text": "", "unit": "for 5 visits", "link": ""} | fields
    return "offer", value | {"kind": kind, "title": title, "dollars": dollars}


def words(**fields):
    value = {"text": "My knee likes it.", "name": "Ana", "relation": "rewarded"}
    return value | {"date": date(2026, 5, 1), "has_agreed": True} | fields


@pytest.mark.parametrize("place", ["service", "service_index"])
def test_offers_are_shown_with_price_and_link(client, request, place):
    page = request.getfixturevalue(place)
    page.offers = [
        offer(link="https://shop.example/"),
        offer(title="Gift", dollars=None),
    ]
    page.save()
    response = client.get(page.url)
    assertContains(response, '<span class="offer__price">$500</span> for 5 visits')
    assertContains(response, 'href="https://shop.example/">Buy online')
    assertContains(response, "<strong>Gift</strong>")


@pytest.mark.parametrize("place", ["service", "service_index"])
def test_page_without_offers_has_no_heading_for_them(client, request, place):
    page = request.getfixturevalue(place)
    assertNotContains(client.get(page.url), 'id="offers"')


def test_offers_are_found(client, service_index):
    service_index.offers = [offer("gift-card", "Gift certificate")]
    service_index.save()
    assertContains(client.get("/search/?q=certificate"), 'href="/services/"')


def test_offers_are_grouped_by_kind(service_index):
    service_index.offers = [offer("gift-card"), offer("package"), offer("gift-card")]
    groups = group_offers(service_index.offers)
    assert [(heading, len(members)) for heading, members in groups] == [
        ("Packages", 1),
        ("Gift cards", 2),
    ]


def test_price_below_zero_is_refused():
    with pytest.raises(ValidationError):
        OfferBlock().clean(offer(dollars=-1)[1])


def test_testimonial_names_the_relation_to_the_clinic(client, service):
    service.testimonials = [("testimonial", words())]
    service.save()
    response = client.get(service.url)
    assertContains(response, "What clients say")
    assertContains(response, "Ana, May 2026. Got a free or cheaper visit.")


def test_standard_page_may_show_testimonials(client, home):
    page = StandardPageFactory(parent=home, body=[("testimonial", words())])
    assertContains(client.get(page.url), "Got a free or cheaper visit.")


@pytest.mark.parametrize("missing", [{"relation": ""}, {"has_agreed": False}])
def test_testimonial_needs_a_relation_and_consent(missing):
    with pytest.raises(ValidationError):
        standard.TestimonialBlock().clean(words(**missing))
    assert standard.TestimonialBlock().clean(words())


def test_accessibility_statement_is_dated(client, home):
    value = {
        "standard": "WCAG 2.2, level AA",
        "result": "partial",
        "assessed_on": date(2026, 11, 16),
        "method": "own",
    }
    page = StandardPageFactory(parent=home, body=[("conformance", value)])
    response = client.get(page.url)
    assertContains(response, "WCAG 2.2, level AA")
    assertContains(response, '<time datetime="2026-11-16">November 16, 2026</time>')
