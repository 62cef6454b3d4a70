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
    """Render a template tag as part of a page at `path`."""

    def render(tag, path="/", **context):
        request = RequestFactory().get(path)
        context = {"clinic": ClinicSettings.load(), "request": request, **context}
        return Template(
            "{% load booking_tags navigation_tags opening_hours_tags seo_tags %}" + tag
        ).render(Context(context))

    return render


MENU = (
    "{% main_menu as links %}"
    "{% for link in links %}{{ link.title }}:{{ link.current }};{% endfor %}"
)


def test_header_lists_the_sections_shown_in_menus(render, blog_index, home):
    StandardPageFactory(parent=home, title="Privacy")
    assert render(MENU) == "Blog:;"


def test_footer_lists_the_other_sections(render, blog_index, home):
    StandardPageFactory(parent=home, title="Privacy")
    footer = MENU.replace("main_menu", "footer_menu")
    assert render(footer) == "Privacy:;"


def test_menu_omits_drafts_and_private_pages(render, home):
    StandardPageFactory(parent=home, live=False, show_in_menus=True)
    private = StandardPageFactory(parent=home, show_in_menus=True)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert render(MENU) == ""


def test_menu_marks_the_current_page(render, blog_index):
    assert render(MENU, path="/blog/", page=blog_index) == "Blog:page;"


def test_menu_marks_the_section_of_the_current_page(render, article):
    assert render(MENU, path="/blog/runners-knee/", page=article) == "Blog:true;"


def test_booking_url_defaults_to_the_contact_page(render, contact_page):
    assert render("{% booking_url %}") == "/contact/"


def test_contact_url_for_booking_includes_the_service(render, contact_page, service):
    booking = render("{% booking_url page %}", page=service)
    assert booking == "/contact/?service=knee-pain"


def test_booking_code_is_quoted_in_the_booking_url(render, service):
    clinic = ClinicSettings(booking_url="https://book.example/?s={service}")
    service.booking_code = "knee & hip"
    booking = render("{% booking_url page %}", clinic=clinic, page=service)
    assert booking == "https://book.example/?s=knee%20%26%20hip"


def test_booking_url_without_a_service_has_an_empty_code(render, article):
    clinic = ClinicSettings(booking_url="https://book.example/?s={service}")
    booking = render("{% booking_url page %}", clinic=clinic, page=article)
    assert booking == "https://book.example/?s="


def test_canonical_url_omits_unknown_parameters(render, article):
    url = render("{% canonical page %}", "/blog/runners-knee/?utm=x", page=article)
    assert url == "http://testserver/blog/runners-knee/"


def test_canonical_url_of_a_rejected_comment_is_the_article(render, article):
    url = render("{% canonical page %}", "/comments/7/", page=article)
    assert url == "http://testserver/blog/runners-knee/"


def test_booking_url_of_a_therapist_includes_their_code(render, home):
    clinic = ClinicSettings(booking_url="https://book.example/{therapist}?s={service}")
    person = PersonFactory.build(booking_code="ana b")
    booking = render("{% booking_url therapist=person %}", clinic=clinic, person=person)
    assert booking == "https://book.example/ana%20b?s="


@pytest.mark.parametrize(
    ("pattern", "code"), [("", "ana"), ("https://book.example/{therapist}", "")]
)
def test_therapist_without_booking_code_or_system_has_no_booking_url(
    render, pattern, code
):
    clinic = ClinicSettings(booking_url=pattern)
    person = PersonFactory.build(booking_code=code)
    assert render("{% booking_url therapist=p %}", clinic=clinic, p=person) == ""


def test_statuses_are_json_with_increasing_timestamps(render):
    clinic = ClinicSettings(
        weekly_hours=[("hours", {"day": "0", "opens": time(8), "closes": time(19)})]
    )
    listed = json.loads(unescape(render("{% statuses clinic %}", clinic=clinic)))
    moments = [moment for moment, text in listed]
    assert moments == sorted(moments)
    assert moments[-1] - moments[0] > 24 * 60 * 60


def test_clinic_without_hours_has_no_status(render):
    assert render("{% statuses clinic %}", clinic=ClinicSettings()) == ""
