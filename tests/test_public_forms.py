"""Every form on a public page works for visitors and for logged-in staff."""

import pytest
from pytest_django.asserts import assertContains

from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blog.comments.mail import action_links, subscriptions
from blog.comments.models import Subscription
from blog.comments.privacy import own_comments
from tests.factories import CommentFactory

MESSAGE = {"name": "Dana", "reply_to": "dana@example.org", "text": "My knee aches."}
COMMENT = {"name": "Dana", "email": "dana@example.org", "text": "My knee aches."}
EMAIL = {"email": "reader@example.org"}


def show_subscription(article, confirmed):
    """Return the path of the page for a subscription to a new comment."""
    comment = CommentFactory(page=article, email="reader@example.org")
    row = Subscription.objects.create(comment=comment, confirmed=confirmed)
    token = subscriptions.signer.sign(row.pk)
    return reverse("comments:show_subscription", args=[token])


@pytest.fixture
def forms(article, contact_page):
    """The page, the path and the fields of each form, by its name."""
    new, old = (show_subscription(article, time) for time in (None, timezone.now()))
    token = signing.dumps("reader@example.org", salt=own_comments.SALT)
    own = reverse("comments:show_own_comments", args=[token])
    waiting = CommentFactory(page=article, status="pending")
    act = action_links.action_links(waiting, ["spam"])[0][1]
    spam = action_links.spam_link([waiting])
    report = reverse(
        "comments:show_report_form", args=[CommentFactory(page=article).pk]
    )
    status = subscriptions.status_path(waiting)
    return {
        "contact": (contact_page.url, f"/messages/{contact_page.pk}/", MESSAGE),
        "comment": (article.url, f"/comments/{article.pk}/", COMMENT),
        "report": (report, f"{report}send/", {"reason": "spam"}),
        "edit": (f"{status}edit/", f"{status}save/", COMMENT),
        "delete": (status, f"{status}delete/", {}),
        "link": ("/comments/own/", "/comments/own/send/", EMAIL),
        "own": (own, f"{own}change/", {"action": "anonymize"}),
        "confirm": (new, f"{new}confirm/", {}),
        "end": (old, f"{old}end/", {}),
        "act": (act, act, {}),
        "spam": (spam, spam, {}),
    }


@pytest.fixture(params=["visitor", "moderator", "editor", "admin_user"])
def person(request):
    """A browser that enforces CSRF tokens, of a visitor or of logged-in staff."""
    client = Client(enforce_csrf_checks=True)
    if request.param != "visitor":
        client.force_login(request.getfixturevalue(request.param))
    return client


NAMES = [
    "contact",
    "comment",
    "report",
    "edit",
    "delete",
    "link",
    "own",
    "confirm",
    "end",
    "act",
    "spam",
]


@pytest.mark.parametrize("name", NAMES)
def test_form_works_for_visitors_and_staff(person, forms, name):
    page, url, fields = forms[name]
    html = person.get(page).text
    assert f'action="{url}"' in html or page == url
    assert "csrf" not in html
    response = person.post(url, fields, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == (200 if page == url else 303), response.text


@pytest.mark.parametrize("name", NAMES)
def test_form_of_another_site_is_refused_with_words(person, forms, name):
    _, url, fields = forms[name]
    response = person.post(url, fields, headers={"Sec-Fetch-Site": "cross-site"})
    assertContains(response, "reload the page", status_code=403)
    assertContains(response, fields.get("text", ""), status_code=403)


@pytest.mark.parametrize("name", NAMES)
def test_visitor_gets_no_cookie(client, forms, name):
    page, url, fields = forms[name]
    assert not client.get(page).cookies
    assert not client.post(url, fields).cookies
