import pytest

from boulder_therapeutics.core.models import ContactMessage


@pytest.fixture
def message(db):
    return ContactMessage.objects.create(
        name="Dana Secret",
        reply_to="dana@example.org",
        text="My knee.",
        submission_key="1",
    )


@pytest.mark.parametrize(
    "url",
    [
        "/admin/messages/",
        "/admin/messages/inspect/{}/",
        "/admin/messages/edit/{}/",
        "/admin/snippets/choose/core/contactmessage/",
        "/admin/snippets/core/contactmessage/",
    ],
)
@pytest.mark.parametrize("role", ["moderator", "editor"])
def test_message_is_hidden_from_users_without_permission(
    client, message, url, role, request
):
    client.force_login(request.getfixturevalue(role))
    response = client.get(url.format(message.pk))
    assert response.status_code in {302, 403, 404}
    assert b"Dana Secret" not in response.content


def test_administrator_reads_a_message_and_marks_it_as_answered(
    client, admin_user, message
):
    client.force_login(admin_user)
    assert b"Dana Secret" in client.get("/admin/messages/").content
    assert b"My knee." in client.get(f"/admin/messages/inspect/{message.pk}/").content
    client.post(f"/admin/messages/edit/{message.pk}/", {"is_answered": "on"})
    message.refresh_from_db()
    assert message.is_answered


def test_messages_cannot_be_added_in_the_admin(client, admin_user):
    client.force_login(admin_user)
    assert client.get("/admin/messages/new/").status_code == 302


def test_admin_shows_the_logo(client, admin_user):
    assert b"img/logo-mark.svg" in client.get("/admin/login/").content
    client.force_login(admin_user)
    assert b"img/logo-mark.svg" in client.get("/admin/").content
