import pytest

from django.http import HttpResponse
from django.test import RequestFactory

from boulder_therapeutics.core.http.origin import (
    accept_form,
    is_same_origin,
    same_origin_required,
)


@same_origin_required
def view(request):
    return HttpResponse("done")


def post(**headers):
    return RequestFactory(headers=headers).post("/")


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_request_from_this_site_is_accepted(site):
    assert view(post(sec_fetch_site=site)).content == b"done"


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_request_from_another_site_is_rejected(site):
    assert view(post(sec_fetch_site=site)).status_code == 403


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://testserver", True),
        ("http://testserver.evil.example", False),
        ("http://evil.example", False),
        ("null", False),
    ],
)
def test_origin_header_is_compared_without_sec_fetch_site(origin, expected):
    assert is_same_origin(post(origin=origin)) is expected


def test_request_without_either_header_is_accepted():
    assert view(post()).content == b"done"


def test_response_to_other_methods_names_the_allowed_one():
    response = view(RequestFactory().get("/"))
    assert response.status_code == 405
    assert response["Allow"] == "POST"


@pytest.mark.parametrize("site", ["same-origin", "cross-site"])
def test_origin_stands_in_for_the_token_of_a_session(site):
    request = post(sec_fetch_site=site)
    request.COOKIES["sessionid"] = "anything"
    assert view(request).status_code == (200 if site == "same-origin" else 403)


def test_other_methods_are_not_checked_if_the_view_accepts_them():
    view = accept_form(lambda request: HttpResponse("shown"))
    request = RequestFactory(headers={"sec-fetch-site": "cross-site"}).get("/")
    assert view(request).content == b"shown"
