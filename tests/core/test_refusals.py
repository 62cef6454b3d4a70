"""Forms that are refused: the text stays, and words say what to do."""

import errno
from functools import partial

import pytest
from pytest_django.asserts import assertContains

from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.urls import reverse

from boulder_therapeutics.core.http.refusals import REFUSALS, refuse, respond_busy
from tests.factories import CommentFactory


def fail(error, *_):
    raise error


@pytest.mark.parametrize("status", REFUSALS)
def test_refusal_keeps_the_text_and_says_what_to_do(status):
    response = refuse(RequestFactory().post("/", {"text": "My <knee>."}), status)
    assert response.status_code == status
    assert "My &lt;knee&gt;.</textarea>" in response.text
    assert "lease" in response.text


def test_text_in_an_odd_charset_is_no_server_error():
    request = RequestFactory().post(
        "/",
        "--x\r\nContent-Disposition: form-data; name=text\r\n\r\na+2AA-b\0\r\n--x--",
        content_type="multipart/form-data; boundary=x; charset=utf-7",
    )
    assert refuse(request, 403).status_code == 403


@pytest.mark.parametrize("url", ["/", "/no/such/page/"])
def test_malformed_request_gets_a_page_with_words(client, home, url):
    response = client.get(url, headers={"host": "evil.example"})
    assertContains(response, "Please go back", status_code=400)


@pytest.mark.parametrize("url", ["/search/?query=knee", "/es/no/such/page/", "/admin/"])
def test_page_without_a_database_is_unavailable_rather_than_broken(
    home, admin_user, url
):
    client = Client(raise_request_exception=False)
    client.force_login(admin_user)
    error = OperationalError("The database is away.")
    with connection.execute_wrapper(partial(fail, error)):
        response = client.get(url)
    assertContains(response, 'class="lead"', status_code=503)
    assert response["Retry-After"] == "30"


def test_full_disk_is_named_to_staff_only(home, admin_user):
    error = OSError(errno.ENOSPC, "No space left on device")
    client = Client(raise_request_exception=False)
    client.force_login(admin_user)
    with connection.execute_wrapper(partial(fail, error)):
        assertContains(client.get("/admin/"), "The disk is full", status_code=507)
        assertContains(client.get("/"), "Back in a moment", status_code=503)
        assertContains(client.get("/es/"), "Volvemos en un momento", status_code=503)


def test_busy_page_is_in_the_language_of_the_url(rf):
    response = respond_busy(rf.get("/es/blog/"))
    assert response.status_code == 503
    assert '<html lang="es' in response.text


def test_stale_token_in_the_admin_keeps_the_text(moderator, article):
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)
    comment = CommentFactory(page=article)
    url = reverse("comment_moderation:reply", args=[comment.pk])
    response = client.post(url, {"text": "Thank you.", "csrfmiddlewaretoken": "old"})
    for words in ["Thank you.</textarea>", "reload the page"]:
        assertContains(response, words, status_code=403)
