import pytest
from pytest_django.asserts import assertContains

from django.template.loader import get_template

from services.models import ServicePage
from services.templatetags.service_tags import body_area_drawing
from tests.factories import ServicePageFactory
from tests.html import parse, text_of


@pytest.fixture
def links(client, service_index):
    """Create services, then return the name, and whether there is a zone, by URL."""

    def links(**services):
        for slug, area in services.items():
            ServicePageFactory(
                parent=service_index, title=slug, slug=slug, body_area=area
            )
        return {
            link.get("href"): (
                text_of(link),
                any(each.get("class") == "body-map__zone" for each in link.iter()),
            )
            for link in parse(client.get("/")).iter("a")
        }

    return links


@pytest.mark.parametrize("area", ServicePage.BodyArea.values)
def test_each_body_area_has_a_drawing(area):
    assert get_template(body_area_drawing(area))


def test_zone_and_name_are_one_link(links):
    found = links(jumpers="knee", throwers="shoulder")
    assert found["/services/jumpers/"] == ("jumpers", True)
    assert found["/services/throwers/"] == ("throwers", True)


def test_service_for_the_whole_body_has_no_zone(links):
    assert links(massage="whole-body")["/services/massage/"] == ("massage", False)


def test_area_without_a_service_has_no_zone(client, links):
    links(jumpers="knee")
    assertContains(client.get("/"), "body-map__zone", count=1)


def test_all_services_of_an_area_are_listed(links):
    found = links(jumpers="knee", runners="knee")
    assert {"/services/jumpers/", "/services/runners/"} <= found.keys()
