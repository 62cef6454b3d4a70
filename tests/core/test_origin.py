import pytest

from django.http import HttpResponse
from django.test import RequestFactory

from boulder_therapeutics.core.http.origin import is_same_origin, same_origin_required


@same_origin_required
def view(request):
    return HttpResponse("done")


def post(**headers):
    return RequestFactory(headers=headers).post("/")


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_request_of_this_site_is_let_through(site):
    assert view(post(sec_fetch_site=site)).content == b"done"


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_request_of_another_site_is_refused(site, db):
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
def test_origin_decides_where_the_browser_says_no_more(origin, expected):
    assert is_same_origin(post(origin=origin)) is expected


def test_program_that_says_nothing_is_let_through():
    assert view(post()).content == b"done"


def test_other_method_is_refused_with_the_right_one():
    response = view(RequestFactory().get("/"))
    assert response.status_code == 405
    assert response["Allow"] == "POST"


def test_request_with_a_session_needs_a_token():
    request = post(sec_fetch_site="same-origin")
    request.COOKIES["sessionid"] = "anything"
    assert view(request).status_code == 403
