"""The empty pages of a new site."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.core.management import call_command

from wagtail.models import Page

from boulder_therapeutics.demo.content.services import SERVICES
from boulder_therapeutics.demo.loader import articles, pages, spanish

SECTIONS = ["services", "blog", "about", "contact", "privacy"]


@pytest.fixture
def sections(home):
    """The empty pages below the home page."""
    call_command("create_pages")
    return Page.objects.child_of(home)


@pytest.mark.parametrize("slug", ["", *(f"{slug}/" for slug in SECTIONS)])
def test_new_site_has_its_pages(client, sections, slug):
    assert client.get(f"/{slug}").status_code == 200


def test_sections_are_in_the_menu_and_privacy_is_in_the_footer(client, sections):
    menu = sections.filter(show_in_menus=True).values_list("slug", flat=True)
    assert [*menu] == SECTIONS[:-1]
    assertContains(client.get("/"), '<li><a href="/privacy/">Privacy</a></li>')


def test_empty_pages_say_nothing_that_is_not_so(client, sections):
    assertContains(client.get("/contact/"), "Please ask us when we are open.")
    assertNotContains(client.get("/contact/"), "Closed")
    assertNotContains(client.get("/services/"), "Prices")
    assertNotContains(client.get("/blog/"), "See all articles")


def test_creating_them_again_changes_nothing(sections):
    before = [*Page.objects.values()]
    call_command("create_pages")
    assert [*Page.objects.values()] == before


def test_deleted_page_does_not_come_back(client, admin_user, sections):
    client.force_login(admin_user)
    for page in sections.all():
        assert client.post(f"/admin/pages/{page.pk}/delete/").status_code == 302
    call_command("create_pages")
    assert not sections.all().exists()


def test_demo_fills_the_empty_pages_but_no_edited_one(monkeypatch, sections):
    # One page of each kind is enough here, and faster.
    monkeypatch.setattr(pages, "SERVICES", SERVICES[:1])
    monkeypatch.setattr(articles, "ARTICLES", [])
    monkeypatch.setattr(spanish, "TRANSLATIONS", [])
    about = sections.get(slug="about").specific
    about.title = "Who we are"
    about.save_revision().publish()
    call_command("load_demo")
    assert [*sections.values_list("slug", flat=True)] == [*SECTIONS, "accessibility"]
    assert sections.get(slug="about").title == "Who we are"
    assert sections.get(slug="privacy").specific.body
    assert sections.get(slug="services").get_children().exists()
