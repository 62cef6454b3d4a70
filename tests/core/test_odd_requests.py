"""Malformed and hostile requests: they get a normal response and change nothing."""

import json

import pytest

from django.urls import reverse

from wagtail.models import Site

from blog.comments.models import Comment
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    CategoryFactory,
    CommentFactory,
    ContactPageFactory,
    PersonFactory,
    ServiceIndexPageFactory,
    ServicePageFactory,
)

pytestmark = pytest.mark.django_db
SAFE = {200, 204, 301, 302, 404, 405}
PAGES = [
    "/",
    "/blog/",
    "/blog/runners-knee/",
    "/services/knee-pain/",
    "/contact/",
    "/search/",
    "/sitemap.xml",
    "/blog/feed/",
    "/blog/comments/feed/",
    "/comments/own/",
    "/admin/login/",
]
NO_PAGES = ["0", "-1", "99999999999999999999", "abc", "1e9", "%00", "٣", "1.0"]


@pytest.fixture(scope="module")
def site(module_db):
    """One page of each kind, with a comment, a category and an author."""
    home = Site.objects.get().root_page.specific
    blog = BlogIndexPageFactory(parent=home)
    article = BlogPageFactory(parent=blog, title="Runner’s Knee", slug="runners-knee")
    services = ServiceIndexPageFactory(parent=home)
    ServicePageFactory(parent=services, title="Knee Pain", slug="knee-pain")
    ContactPageFactory(parent=home)
    article.categories.add(CategoryFactory(slug="knees"))
    article.save()
    CommentFactory(page=article)
    PersonFactory(slug="jordan")


@pytest.fixture
def send(client):
    """Send any request; a server error is a response, too."""
    client.raise_request_exception = False
    return client.generic


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "TRACE", "OPTIONS"])
def test_other_methods_are_rejected_or_change_nothing(send, site, method, path):
    before = list(Comment.objects.values())
    response = send(method, path, headers={"Cookie": "secret"})
    assert response.status_code in SAFE
    assert b"secret" not in response.content
    assert list(Comment.objects.values()) == before


@pytest.mark.parametrize("path", ["/", "/admin/login/", "/search/", "/sitemap.xml"])
def test_unknown_host_is_rejected(send, site, path):
    response = send("GET", path, headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert b"evil" not in response.content


@pytest.mark.parametrize("path", PAGES)
def test_forwarded_host_is_ignored(send, site, path):
    response = send("GET", path, headers={"X-Forwarded-Host": "evil.example"})
    assert response.status_code == 200
    assert b"evil" not in response.content


@pytest.mark.parametrize("number", NO_PAGES)
@pytest.mark.parametrize(
    "path",
    [
        "/blog/?page=",
        "/blog/category/knees/?page=",
        "/blog/author/jordan/?page=",
        "/blog/runners-knee/?comments=",
        "/search/?q=knee&page=",
    ],
)
def test_invalid_page_number_is_not_found_or_the_first_page(send, site, path, number):
    assert send("GET", path + number).status_code in {200, 404}


@pytest.mark.parametrize(
    "target", ["//evil.example", "https:evil.example", "/\\\\evil.example"]
)
@pytest.mark.parametrize("name", ["wagtailadmin_login", "wagtailadmin_logout"])
def test_login_and_logout_stay_on_the_site(client, admin_user, target, name):
    data = {"username": "admin", "password": "password", "next": target}
    if name == "wagtailadmin_logout":
        client.force_login(admin_user)
    response = client.post(f"{reverse(name)}?next={target}", data)
    assert response.status_code == 302
    assert response.url.startswith("/admin/")


@pytest.mark.parametrize(
    "path",
    [
        "/blog/%00/",
        "/%00",
        "/blog/%2e%2e/%2e%2e/etc/passwd",
        "/media/%2e%2e/%2e%2e/manage.py",
        "/static/%2e%2e/%2e%2e/manage.py",
        "////evil.example/blog/",
        "/blog//runners-knee/",
        "/blog/runners-knee;a=b/",
        "/blog/\ufffd/",
        "/" + "a" * 8192 + "/",
    ],
)
def test_malformed_path_is_not_found(send, site, path):
    response = send("GET", path)
    assert response.status_code in {400, 404}


@pytest.mark.parametrize(
    "cookie",
    [
        "a=" + "x" * 16_000,
        "sessionid=broken; messages=broken",
        "sessionid=; messages=[]",
        "messages=eyJicm9rZW4i:x:y; csrftoken=\x01",
        "sessionid=" + "x" * 300,
        ";;;=;=,",
    ],
)
@pytest.mark.parametrize("path", ["/", "/blog/runners-knee/", "/admin/login/"])
def test_malformed_cookies_are_no_error(send, site, path, cookie):
    response = send("GET", path, headers={"Cookie": cookie})
    assert response.status_code in {200, 400}


def test_naughty_headers_are_no_error(send, site, shared_data):
    lines = json.loads((shared_data / "badinput" / "blns.json").read_text())
    for line in lines:
        headers = {"Accept-Language": line, "User-Agent": line, "Referer": line}
        response = send("GET", "/blog/runners-knee/", headers=headers)
        assert response.status_code == 200, line
