"""Content appears where a page without it was cached."""

import pytest

from django.urls import reverse

from wagtail.models import Page, PageViewRestriction

from blog.comments.models import CommentSettings
from boulder_therapeutics.core.models import StandardPage
from services.models import ServicePage
from tests.factories import CommentFactory, StandardPageFactory


@pytest.mark.parametrize("is_moved", [False, True])
def test_first_page_below_a_section_is_found(visitor, site, home, commit, is_moved):
    if is_moved:
        other = StandardPageFactory(parent=home, slug="other")
        page = StandardPageFactory(parent=other, slug="team", title="Team")
    assert visitor.get("/about/").status_code == 200
    assert visitor.get("/about/team/").status_code == 404
    with commit():
        about = StandardPage.objects.get(slug="about")
        if is_moved:
            page.move(about, "last-child")
        else:
            StandardPageFactory(parent=about, slug="team", title="Team")
    assert "Team" in visitor.text("/about/team/")


def test_privacy_page_follows_the_comment_settings(visitor, site, home, commit):
    body = [("paragraph", "<p>Blank after {ip_days} days.</p>")]
    StandardPageFactory(parent=home, slug="privacy", body=body)
    comment_settings = CommentSettings.load()
    for days in (45, 30):
        comment_settings.personal_data_days = days
        with commit():
            comment_settings.save()
        assert f"after {days} days" in visitor.text("/privacy/")


def test_contact_form_names_a_service_that_is_published_again(visitor, site, commit):
    url = "/contact/?service=knee-pain"
    with commit():
        site.service.unpublish()
    assert "Knee Pain" not in visitor.text(url)
    with commit():
        ServicePage.objects.get().save_revision().publish()
    assert "Knee Pain" in visitor.text(url)


@pytest.mark.parametrize(("restricted", "status"), [("about", 302), ("blog", 404)])
def test_restrictions_apply_at_the_current_place_of_an_article(
    visitor, site, commit, restricted, status
):
    comment = CommentFactory(page=site.d)
    url = reverse("comments:show_comment", args=[comment.pk])
    page = Page.objects.get(slug=restricted)
    with commit():
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert visitor.get(url).status_code == status
    with commit():
        # To the place of the blog, whose articles get other paths.
        about, blog = StandardPage.objects.get(), Page.objects.get(slug="blog")
        about.move(blog, "left")
    assert visitor.get(url).status_code == status
