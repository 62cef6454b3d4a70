from datetime import time

import pytest

from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPage
from boulder_therapeutics.core.models import (
    ClinicSettings,
    ContactPage,
    HomePage,
    StandardPage,
)
from services.models import ServiceIndexPage, ServicePage
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    ImageFactory,
    StandardPageFactory,
)


def get(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize(
    "model",
    [BlogPage, ContactPage, HomePage, ServiceIndexPage, ServicePage, StandardPage],
)
def test_unfinished_page_can_be_previewed(model, home, rf):
    page = model(title="Begun", slug="begun", path="000100010099", depth=3)
    response = page.make_preview_request()
    response.render()
    assert response.status_code == 200


def test_title_of_a_page_ends_with_the_clinic(client, article):
    html = get(client, "/blog/runners-knee/")
    assert "<title>Runner’s Knee | Boulder Therapeutics</title>" in html


def test_title_of_a_later_page_includes_its_number(client, blog_index):
    for _ in range(11):
        BlogPageFactory(parent=blog_index)
    html = get(client, "/blog/?page=2")
    assert "<title>Blog, page 2 | Boulder Therapeutics</title>" in html
    assert '<link rel="canonical" href="http://testserver/blog/?page=2">' in html


def test_url_of_the_first_page_of_a_list_has_no_number(client, blog_index):
    for _ in range(11):
        BlogPageFactory(parent=blog_index)
    assert '<a rel="prev" href="/blog/">Previous</a>' in get(client, "/blog/?page=2")


def test_empty_category_says_that_it_is_empty(client, blog_index):
    CategoryFactory(name="Education", slug="education")
    html = get(client, "/blog/category/education/")
    assert "There are no articles here yet." in html


def test_contents_are_shown_for_three_or_more_sections(client, article):
    headings = [("heading", {"text": name, "level": "h2"}) for name in ("A", "B", "C")]
    article.body = headings
    article.save()
    assert '<a href="#b">B</a>' in get(client, article.url)
    article.body = headings[:2]
    article.save()
    assert "On this page" not in get(client, article.url)


def test_list_does_not_load_images_of_bodies(
    client, blog_index, django_assert_num_queries
):
    figure = ("figure", {"image": ImageFactory(), "caption": "A knee."})
    BlogPageFactory(parent=blog_index)
    client.get("/blog/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/blog/")
    BlogPageFactory(parent=blog_index, body=[figure])
    with django_assert_num_queries(len(queries)):
        client.get("/blog/")


def test_video_requests_nothing_from_its_provider_before_a_click(client, article):
    url = "https://www.youtube.com/watch?v=abcdefghijk"
    article.body = [("video", {"url": url, "title": "Rolling"})]
    article.save()
    html = get(client, article.url)
    assert "<iframe" not in html
    assert f'<a href="{url}" data-video="https://www.youtube-nocookie.com/' in html


def test_notice_is_announced_as_urgent(client, article):
    article.body = [("notice", {"kind": "now", "items": ["chest pain"]})]
    article.save()
    html = get(client, article.url)
    assert "Urgent advice: </span>Call 911 or go to the ER now if:</h2>" in html
    assert "<li>chest pain</li>" in html


def test_article_shows_one_booking_box(client, article, contact_page):
    assert "Does this sound like you?" in get(client, article.url)
    article.body = [("booking", {"title": "Sore knee?"})]
    article.save()
    html = get(client, article.url)
    assert "Sore knee?" in html
    assert "Does this sound like you?" not in html


def test_service_page_links_to_booking_that_service(client, service, contact_page):
    assert 'href="/contact/?service=knee-pain"' in get(client, service.url)


def test_service_and_article_list_each_other(client, article, service):
    article.services = [service]
    article.save()
    assert f'href="{service.url}"' in get(client, article.url)
    assert f'href="{article.url}"' in get(client, service.url)


def test_footer_links_to_pages_that_are_not_in_the_menu(client, home):
    StandardPageFactory(parent=home, title="Privacy", slug="privacy")
    assert '<li><a href="/privacy/">Privacy</a></li>' in get(client, "/")


@pytest.mark.parametrize("path", ["/", "/contact/", "/blog/"])
def test_page_shows_the_opening_hours_once(client, contact_page, blog_index, path):
    clinic = ClinicSettings.load()
    hours = {"day": "0", "opens": time(8), "closes": time(19)}
    clinic.weekly_hours = [("hours", hours)]
    clinic.save()
    assert get(client, path).count('<table class="hours" ') == 1


def test_unknown_url_is_not_found_in_the_site_design(client, home):
    html = get(client, "/nope/", status=404)
    assert "<h1>Off the trail</h1>" in html
    assert '<meta name="robots" content="noindex">' in html


def test_search_page_is_not_indexed(client, home):
    assert '<meta name="robots" content="noindex">' in get(client, "/search/?q=knee")


def test_errors_of_a_message_are_associated_with_fields(client, contact_page):
    response = client.post(
        f"/messages/{contact_page.pk}/",
        {"text": "My knee"},
        headers={"sec-fetch-site": "same-origin"},
    )
    html = response.content.decode()
    assert "<title>Error: Contact | Boulder Therapeutics</title>" in html
    assert '<li><a href="#id_name">Enter your name.</a></li>' in html
    assert 'id="id_name_error">Error: Enter your name.' in html
    assert 'aria-describedby="form-notes id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert "My knee</textarea>" in html


@pytest.mark.parametrize(
    "template", ["400.html", "500.html", "503.html", "refused.html"]
)
def test_error_pages_need_neither_database_nor_request(template):
    assert "Boulder Therapeutics" in render_to_string(template)


@pytest.mark.django_db
def test_error_page_shows_the_cached_phone_number():
    ClinicSettings(phone="(303) 555-0142").save()
    assert '<a class="nowrap" href="tel:+13035550142">' in render_to_string("500.html")
