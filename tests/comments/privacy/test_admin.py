"""The admin page with the data of a reader."""

import json

import pytest

from django.contrib.auth.models import Permission
from django.urls import reverse

from wagtail.models import ModelLogEntry

from blog.comments.models import Comment
from boulder_therapeutics.core.models import ContactMessage

from .conftest import READER

pytestmark = pytest.mark.django_db
EMAIL = READER["email"]


@pytest.fixture
def officer(editor):
    """An editor with the permission to export and erase readers' data."""
    permission = Permission.objects.get(codename="erase_comment")
    editor.user_permissions.add(permission)
    return editor


def test_staff_with_the_permission_exports_and_erases(client, officer, comment):
    client.force_login(officer)
    url = reverse("show_reader_data") + f"?email={EMAIL}"
    assert "My knee." in client.get(url).text
    [exported] = json.loads(client.get(f"{url}&download=1").content)
    assert exported["id"] == comment.pk
    assert "Comments anonymized: 1" in client.post(url, follow=True).text
    assert Comment.objects.get().name == "Anonymous"
    entry = ModelLogEntry.objects.for_instance(comment).get()
    assert (entry.action, entry.user) == ("comments.erase", officer)


@pytest.fixture
def message():
    return ContactMessage.objects.create(
        name="Zqname", reply_to=EMAIL, text="My other knee."
    )


def test_history_shows_who_downloaded_messages(client, officer, message):
    client.force_login(officer)
    url = reverse("show_reader_data") + f"?email={EMAIL}"
    assert "My other knee." not in client.get(url).text
    assert not ModelLogEntry.objects.exists()
    assert "My other knee." in client.get(f"{url}&download=1").text
    entry = ModelLogEntry.objects.for_instance(message).get()
    assert (entry.action, entry.user) == ("core.open_message", officer)
    assert (entry.label, entry.data) == (f"Message {message.pk}", {})


def test_history_shows_who_deleted_messages(client, officer, message):
    client.force_login(officer)
    client.post(reverse("show_reader_data") + f"?email={EMAIL}")
    assert not ContactMessage.objects.exists()
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user) == ("wagtail.delete", officer)
    assert (entry.label, entry.data) == (f"Message {message.pk}", {})
    assert (entry.object_id, entry.deleted) == (str(message.pk), True)


def test_reader_data_requires_the_permission(client, moderator, comment):
    client.force_login(moderator)
    url = reverse("show_reader_data") + f"?email={EMAIL}"
    assert "My knee." not in client.get(url, follow=True).text
    client.post(url)
    assert Comment.objects.get().name == "Dana"
    assert "Reader data" not in client.get("/admin/").text


@pytest.mark.parametrize("email", ["", "%00", "nobody@example.com", "%27--"])
def test_unknown_email_has_no_data(client, officer, comment, email):
    client.force_login(officer)
    response = client.get(reverse("show_reader_data") + f"?email={email}")
    assert response.status_code == 200
    assert "My knee." not in response.text
