from html.parser import HTMLParser

import pytest

from django.template.loader import get_template

from services.models import ServicePage
from services.templatetags.service_tags import body_area_drawing
from tests.factories import ServicePageFactory


class Links(HTMLParser):
    """The links of a page: their text, and whether a region of the figure is inside."""

    def __init__(self, html):
        super().__init__()
        self.found, self.link = {}, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.link = self.found.setdefault(dict(attrs)["href"], ["", False])
        elif self.link and dict(attrs).get("class") == "body-map__zone":
            self.link[1] = True

    def handle_data(self, data):
        if self.link:
            self.link[0] = (self.link[0] + data).strip()

    def handle_endtag(self, tag):
        if tag == "a":
            self.link = None


@pytest.fixture
def links(client, service_index):
    """Save services, then return the links of the home page."""

    def links(**services):
        for slug, area in services.items():
            ServicePageFactory(
                parent=service_index, title=slug, slug=slug, body_area=area
            )
        return Links(client.get("/").content.decode()).found

    return links


@pytest.mark.parametrize("area", ServicePage.BodyArea.values)
def test_each_body_area_is_drawn(area):
    assert get_template(body_area_drawing(area))


def test_region_and_name_are_one_link(links):
    found = links(jumpers="knee", throwers="shoulder")
    assert found["/services/jumpers/"] == ["jumpers", True]
    assert found["/services/throwers/"] == ["throwers", True]


def test_service_for_the_whole_body_is_listed_only(links):
    assert links(massage="whole-body")["/services/massage/"] == ["massage", False]


def test_area_without_a_service_is_no_link(client, links):
    links(jumpers="knee")
    assert client.get("/").content.decode().count("body-map__zone") == 1


def test_services_of_one_area_are_all_listed(links):
    found = links(jumpers="knee", runners="knee")
    assert {"/services/jumpers/", "/services/runners/"} <= found.keys()
