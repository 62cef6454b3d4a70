"""Pages directly below the home page, whose slugs something else may need."""

import pytest
from pytest_django.asserts import assertContains

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from boulder_therapeutics.core.models import StandardPage
from tests.factories import StandardPageFactory


@pytest.fixture
def save(client, editor):
    """Send the form for a new page with a slug as an editor."""
    client.force_login(editor)

    def save(parent, slug):
        entries = nested_form_data(
            {
                "title": "A page",
                "slug": slug,
                "introduction": "",
                "body": streamfield([]),
                "comments": inline_formset([]),
            }
        )
        url = f"/admin/pages/add/core/standardpage/{parent.pk}/"
        return client.post(url, entries, follow=True)

    return save


@pytest.mark.parametrize("slug", ["es", "media", "search", "admin"])
def test_slug_of_a_language_or_a_route_is_refused(save, home, slug):
    response = save(home, slug)
    assertContains(response, "The site needs this URL for something else.")
    assert not StandardPage.objects.exists()


@pytest.mark.parametrize("slug", ["about", "fr", "media-kit"])
def test_other_slugs_are_accepted(save, home, slug):
    save(home, slug)
    assert StandardPage.objects.get().slug == slug


def test_slug_is_free_below_another_page(save, home):
    about = StandardPageFactory(parent=home)
    save(about, "media")
    assert StandardPage.objects.get(slug="media").get_parent().specific == about
