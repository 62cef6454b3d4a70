import pytest

from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from boulder_therapeutics.core.http.client import client_ip, staff_user


def request_from(address="203.0.113.9", forwarded=None):
    headers = {"x_forwarded_for": forwarded} if forwarded else {}
    return RequestFactory(REMOTE_ADDR=address, headers=headers).get("/")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, None, "203.0.113.9"),
        (0, "198.51.100.1", "203.0.113.9"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "192.0.2.66, 198.51.100.1", "198.51.100.1"),
        (2, "192.0.2.66, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        (2, "198.51.100.1", "198.51.100.1"),
        (1, "not an IP address", "203.0.113.9"),
        (1, "::ffff:198.51.100.1", "198.51.100.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_only_entries_of_trusted_proxies_are_used(
    settings, proxies, forwarded, expected
):
    settings.TRUSTED_PROXIES = proxies
    assert client_ip(request_from(forwarded=forwarded)) == expected


def test_unknown_ip_address_is_none():
    assert client_ip(request_from(address="")) is None


def test_request_without_a_session_is_no_staff():
    request = RequestFactory().get("/")
    assert staff_user(request) is None


def test_staff_are_users_with_access_to_the_admin(editor, rf):
    request = rf.get("/")
    request.COOKIES["sessionid"] = "anything"
    request.user = editor
    assert staff_user(request) == editor
    request.user = AnonymousUser()
    assert staff_user(request) is None
