"""The privacy page lists all personal data, with the periods from the settings."""

import pytest

from django.apps import apps

from blog.comments.models import CommentSettings
from boulder_therapeutics.core.models import PrivacySettings
from boulder_therapeutics.core.privacy.inventory import is_listed, listed, rows
from tests.factories import StandardPageFactory


def all_fields():
    """Yield app label, model name and field name of every column but primary keys."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if not field.primary_key:
                yield model._meta.app_label, model.__name__, field.name


def test_every_field_is_in_the_inventory_or_declared_as_not_personal():
    assert [field for field in all_fields() if not is_listed(*field)] == []


def test_new_field_of_a_comment_or_message_is_not_listed_by_itself():
    assert not is_listed("comments", "Comment", "phone")
    assert not is_listed("core", "ContactMessage", "birthday")
    assert not is_listed("unknown", "Model", "field")


def test_every_label_in_the_inventory_exists():
    labels = set()
    for app, model, field in all_fields():
        labels |= {app, f"{app}.{model}", f"{app}.{model}.{field}"}
    assert listed() - labels == set()


@pytest.mark.django_db
def test_each_row_says_what_why_how_long_and_who():
    assert len(rows()) > 8
    assert all(len(row) == 4 and all(map(str, row)) for row in rows())
    assert str(rows()[0][0]) == "Your name and comment"


@pytest.fixture
def privacy_page(home):
    return StandardPageFactory(
        parent=home, slug="privacy", body=[("personal_data", None)]
    )


def test_privacy_page_shows_the_periods_from_the_settings(client, privacy_page):
    comments, privacy = CommentSettings.load(), PrivacySettings.load()
    comments.personal_data_days, comments.rejected_days = 45, 20
    privacy.answered_days, privacy.message_months = 1, 7
    comments.save(), privacy.save()
    html = client.get(privacy_page.url).text
    for period in [
        "<td>45 days</td>",
        "<td>20 days</td>",
        "1 day after we",
        "7 months",
    ]:
        assert period in html


def test_both_forms_link_to_the_privacy_page(
    client, article, contact_page, privacy_page
):
    for page in (article, contact_page):
        html = client.get(page.url).text
        form = html[html.index("<form class=") : html.index("</form>")]
        assert f'<a href="{privacy_page.url}">What we store' in form


def test_contact_form_shows_how_messages_are_used(client, contact_page):
    settings = PrivacySettings.load()
    settings.contact_use = "Only to answer you."
    settings.save()
    assert "<p>Only to answer you.</p>" in client.get(contact_page.url).text
