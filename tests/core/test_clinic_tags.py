import json
from datetime import time
from html import unescape

import pytest

from django.template import Context, Template
from django.test import RequestFactory

from wagtail.models import PageViewRestriction

from boulder_therapeutics.core.models import ClinicSettings
from tests.factories import PersonFactory, StandardPageFactory


@pytest.fixture
def render(home):
    """Render a tag of the clinic, as a page at `path` does."""

    def render(tag, path="/", **context):
        request = RequestFactory().get(path)
        context = {"clinic": ClinicSettings.load(), "request": request, **context}
        return Template("{% load clinic_tags seo_tags %}" + tag).render(
            Context(context)
        )

    return render


MENU = (
    "{% main_menu as links %}"
    "{% for link in links %}{{ link.title }}:{{ link.current }};{% endfor %}"
)


def test_menu_lists_the_sections_that_are_in_menus(render, blog_index, home):
    StandardPageFactory(parent=home, title="Privacy")
    assert render(MENU) == "Blog:;"


def test_footer_lists_the_sections_that_are_in_no_menu(render, blog_index, home):
    StandardPageFactory(parent=home, title="Privacy")
    footer = MENU.replace("main_menu", "footer_menu")
    assert render(footer) == "Privacy:;"


def test_menu_leaves_out_drafts_and_private_pages(render, home):
    StandardPageFactory(parent=home, live=False, show_in_menus=True)
    private = StandardPageFactory(parent=home, show_in_menus=True)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert render(MENU) == ""


def test_menu_marks_the_page_itself(render, blog_index):
    assert render(MENU, path="/blog/", page=blog_index) == "Blog:page;"


def test_menu_marks_the_section_that_one_is_in(render, article):
    assert render(MENU, path="/blog/runners-knee/", page=article) == "Blog:true;"


def test_booking_address_is_the_contact_page_when_none_is_set(render, contact_page):
    assert render("{% booking_url %}") == "/contact/"


def test_contact_page_is_told_the_service(render, contact_page, service):
    booking = render("{% booking_url page %}", page=service)
    assert booking == "/contact/?service=knee-pain"


def test_booking_code_is_quoted_in_the_booking_address(render, service):
    clinic = ClinicSettings(booking_url="https://book.example/?s={service}")
    service.booking_code = "knee & hip"
    booking = render("{% booking_url page %}", clinic=clinic, page=service)
    assert booking == "https://book.example/?s=knee%20%26%20hip"


def test_booking_address_without_a_service_leaves_the_code_out(render, article):
    clinic = ClinicSettings(booking_url="https://book.example/?s={service}")
    booking = render("{% booking_url page %}", clinic=clinic, page=article)
    assert booking == "https://book.example/?s="


def test_canonical_address_ignores_what_is_not_the_page(render, article):
    address = render("{% canonical page %}", "/blog/runners-knee/?utm=x", page=article)
    assert address == "http://testserver/blog/runners-knee/"


def test_canonical_address_of_a_refused_comment_is_the_article(render, article):
    address = render("{% canonical page %}", "/comments/7/", page=article)
    assert address == "http://testserver/blog/runners-knee/"


def test_therapist_is_booked_by_their_own_code(render, home):
    clinic = ClinicSettings(booking_url="https://book.example/{therapist}?s={service}")
    person = PersonFactory.build(booking_code="ana b")
    booking = render("{% booking_url therapist=person %}", clinic=clinic, person=person)
    assert booking == "https://book.example/ana%20b?s="


@pytest.mark.parametrize(
    ("pattern", "code"), [("", "ana"), ("https://book.example/{therapist}", "")]
)
def test_therapist_without_a_code_or_a_pattern_is_not_booked(render, pattern, code):
    clinic = ClinicSettings(booking_url=pattern)
    person = PersonFactory.build(booking_code=code)
    assert render("{% booking_url therapist=p %}", clinic=clinic, p=person) == ""


def test_page_holds_what_to_say_of_the_clinic_from_when_on(render):
    clinic = ClinicSettings(
        weekly_hours=[("hours", {"day": "0", "opens": time(8), "closes": time(19)})]
    )
    listed = json.loads(unescape(render("{% statuses clinic %}", clinic=clinic)))
    moments = [moment for moment, words in listed]
    assert moments == sorted(moments)
    assert moments[-1] - moments[0] > 24 * 60 * 60


def test_clinic_without_hours_says_nothing(render):
    assert render("{% statuses clinic %}", clinic=ClinicSettings()) == ""
