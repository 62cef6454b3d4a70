"""Wagtail's user bar, for staff only."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.test import Client

BAR = "<wagtail-userbar>"
PATHS = ["/", "/blog/", "/blog/runners-knee/", "/services/knee-pain/", "/search/?q=a"]


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


@pytest.mark.parametrize("path", PATHS)
def test_staff_can_edit_the_page_that_they_see(staff, article, service, path):
    assertContains(staff.get(path), BAR)


def test_bar_links_to_the_form_of_the_page(staff, article):
    assertContains(staff.get(article.url), f'/admin/pages/{article.pk}/edit/"')


@pytest.mark.parametrize("path", PATHS)
def test_visitors_get_no_bar_and_no_cookie(client, article, service, path):
    response = client.get(path)
    assertNotContains(response, "userbar")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_account_without_access_to_the_admin_gets_no_bar(
    client, article, django_user_model
):
    client.force_login(django_user_model.objects.create(username="reader"))
    assertNotContains(client.get(article.url), "userbar")


def test_preview_has_a_bar_so_that_the_page_can_be_checked(staff, article):
    assertContains(staff.get(f"/admin/pages/{article.pk}/view_draft/"), BAR)


def test_page_for_staff_is_neither_cached_nor_served_to_visitors(
    settings, tmp_path, staff, article
):
    settings.PAGE_CACHE = tmp_path / "pages"
    visitor, path = Client(), article.url
    before = visitor.get(path).content
    assertContains(Client().get(path), "Runner")
    response = staff.get(path)
    assertContains(response, BAR)
    assert "X-Cache" not in response
    assert "public" not in response["Cache-Control"]
    assert visitor.get(path).content == before
