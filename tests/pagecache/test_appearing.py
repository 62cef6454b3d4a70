"""What comes into being where something remembered that there was nothing."""

import pytest

from django.urls import reverse

from wagtail.models import Page, PageViewRestriction

from blog.comments.models import CommentSettings
from boulder_therapeutics.core.models import StandardPage
from services.models import ServicePage
from tests.factories import CommentFactory, StandardPageFactory


@pytest.mark.parametrize("is_moved", [False, True])
def test_first_page_below_a_section(reader, site, home, commit, is_moved):
    if is_moved:
        other = StandardPageFactory(parent=home, slug="other")
        page = StandardPageFactory(parent=other, slug="team", title="Team")
    assert reader.get("/about/").status_code == 200
    assert reader.get("/about/team/").status_code == 404
    with commit():
        about = StandardPage.objects.get(slug="about")
        if is_moved:
            page.move(about, "last-child")
        else:
            StandardPageFactory(parent=about, slug="team", title="Team")
    assert "Team" in reader.text("/about/team/")


def test_privacy_page_promises_what_the_settings_say(reader, site, home, commit):
    body = [("paragraph", "<p>Blank after {ip_days} days.</p>")]
    StandardPageFactory(parent=home, slug="privacy", body=body)
    comment_settings = CommentSettings.load()
    for days in (45, 30):
        comment_settings.personal_data_days = days
        with commit():
            comment_settings.save()
        assert f"after {days} days" in reader.text("/privacy/")


def test_contact_form_is_about_a_service_that_comes_back(reader, site, commit):
    address = "/contact/?service=knee-pain"
    with commit():
        site.service.unpublish()
    assert "Knee Pain" not in reader.text(address)
    with commit():
        ServicePage.objects.get().save_revision().publish()
    assert "Knee Pain" in reader.text(address)


@pytest.mark.parametrize(("restricted", "status"), [("about", 302), ("blog", 404)])
def test_restrictions_are_looked_for_where_an_article_now_is(
    reader, site, commit, restricted, status
):
    comment = CommentFactory(page=site.d)
    address = reverse("comments:show_comment", args=[comment.pk])
    page = Page.objects.get(slug=restricted)
    with commit():
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert reader.get(address).status_code == status
    with commit():
        # To where the blog was, so that its articles have other paths.
        about, blog = StandardPage.objects.get(), Page.objects.get(slug="blog")
        about.move(blog, "left")
    assert reader.get(address).status_code == status
