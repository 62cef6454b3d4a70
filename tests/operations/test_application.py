"""The responses that the server gives without Django's handler."""

from django.test import RequestFactory

from boulder_therapeutics.operations.application import respond_busy


def test_busy_page_has_the_headers_of_all_pages(client, home):
    usual = client.get("/").headers
    found = {}

    def start_response(status, headers):
        found.update(headers, status=status)

    environ = RequestFactory().post("/es/", {"text": "My knee."}).environ
    (body,) = respond_busy(environ, start_response)
    assert found["status"].startswith("503")
    assert "My knee." in body.decode()
    for name in [
        "Content-Security-Policy",
        "Cross-Origin-Resource-Policy",
        "Permissions-Policy",
        "Referrer-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
    ]:
        assert found[name] == usual[name]
