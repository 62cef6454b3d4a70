"""The doors to accounts: logins, passwords, sessions and mails to reset passwords."""

import time

import pytest
from pytest_django.asserts import assertContains

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from boulder_therapeutics.core.submission.timing import QUEUE_SECONDS
from tests.core.test_languages import translate
from tests.factories import StandardPageFactory, UserFactory

pytestmark = pytest.mark.django_db
LOGIN, PAGE_LOGIN, RESET = "/admin/login/", "/_util/login/", "/admin/password_reset/"
PASSWORD = "a-long-walk-in-the-hills"


@pytest.fixture
def dana(home):
    user = UserFactory(username="Dana", email="dana@example.com", is_superuser=True)
    user.set_password(PASSWORD)
    user.save()
    return user


def log_in(client, name="dana", password="wrong", ip="203.0.113.1", url=LOGIN):
    form = {"username": name, "password": password}
    return client.post(url, form, REMOTE_ADDR=ip)


@pytest.mark.parametrize("url", [LOGIN, PAGE_LOGIN])
@pytest.mark.parametrize("name", ["Dana", "nobody"])
def test_sixth_attempt_is_refused_for_known_and_unknown_names(client, dana, name, url):
    statuses = [log_in(client, name, url=url).status_code for _ in range(5)]
    response = log_in(client, name.upper(), PASSWORD, ip="203.0.113.2", url=url)
    assert statuses == [200] * 5
    assertContains(response, "Please wait 15 minutes", status_code=429)
    assert 800 < int(response["Retry-After"]) <= 900
    assert name.upper() in response.text


def test_attempts_from_one_address_are_limited_whatever_the_names(client, dana):
    statuses = [log_in(client, f"name-{n}").status_code for n in range(21)]
    assert statuses == [200] * 20 + [429]
    assert log_in(client, "Dana", PASSWORD, ip="203.0.113.2").status_code == 302


def test_addresses_of_one_household_count_together(client, dana):
    statuses = [
        log_in(client, f"name-{n}", ip=f"2001:db8::{n + 1:x}").status_code
        for n in range(21)
    ]
    assert statuses == [200] * 20 + [429]
    assert log_in(client, "Dana", PASSWORD, ip="2001:db8:0:1::1").status_code == 302


def test_logins_that_succeed_do_not_count(client, dana):
    statuses = {log_in(client, "Dana", PASSWORD).status_code for _ in range(25)}
    assert statuses == {302}


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_page_with_a_password_opens_with_it_alone(client, home, prefix):
    page = StandardPageFactory(parent=home, slug="members", introduction="The secret.")
    if prefix:
        translate(home, title="Inicio")
        page = translate(page, title="Socios")
    PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="open sesame"
    )
    form = client.get(page.url).context["action_url"]
    assert form.startswith(f"{prefix}/_util/")
    data = {"password": "wrong", "return_url": page.url}
    assert "The secret." not in client.post(form, data, follow=True).text
    data["password"] = "open sesame"
    assert "The secret." in client.post(form, data, follow=True).text


def test_wrong_passwords_of_pages_are_limited(client, home):
    page = StandardPageFactory(parent=home, slug="members")
    PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="open sesame"
    )
    form = client.get(page.url).context["action_url"]
    data = {"password": "wrong", "return_url": page.url}
    statuses = [client.post(form, data).status_code for _ in range(11)]
    assert statuses == [200] * 10 + [429]


def test_wrong_passwords_of_documents_are_limited(client, db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    collection = Collection.get_first_root_node().add_child(name="Members")
    file = ContentFile(b"A form.", "form.txt")
    document = get_document_model().objects.create(file=file, collection=collection)
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="open sesame"
    )
    form = client.get(document.url).context["action_url"]
    data = {"password": "wrong", "return_url": document.url}
    statuses = [client.post(form, data).status_code for _ in range(11)]
    assert statuses == [200] * 10 + [429]


def test_private_page_in_spanish_asks_for_a_login(client, home, dana):
    translate(home, title="Inicio")
    page = translate(StandardPageFactory(parent=home, slug="staff"), title="Equipo")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    response = client.get(page.url, follow=True)
    assert response.status_code == 200
    assert response.redirect_chain[-1][0].startswith("/es/_util/login/")


def test_login_that_succeeds_forgets_the_wrong_ones(client, dana):
    for _ in range(2):
        for _ in range(4):
            assert log_in(client, "Dana").status_code == 200
        assert log_in(client, "Dana", PASSWORD).status_code == 302


@pytest.mark.parametrize("password", ["1", "short-one", "password1234", "dana@example"])
def test_weak_password_is_refused(dana, password):
    with pytest.raises(ValidationError):
        validate_password(password, dana)


def test_session_ends_after_twelve_idle_hours(client, dana):
    form = {"username": "Dana", "password": PASSWORD, "remember": "on"}
    client.post(LOGIN, form)
    assert client.get("/admin/").cookies["sessionid"]["max-age"] == 12 * 60 * 60


@pytest.mark.parametrize("email", ["dana@example.com", "nobody@example.com"])
def test_mails_to_reset_a_password_are_limited(client, dana, email):
    statuses = [client.post(RESET, {"email": email}).status_code for _ in range(3)]
    response = client.post(RESET, {"email": email})
    assert statuses == [302] * 3
    assertContains(response, "Please wait 60 minutes", status_code=429)
    assert 3500 < int(response["Retry-After"]) <= 3600


@pytest.mark.parametrize("email", ["dana@example.com", "nobody@example.com"])
def test_time_does_not_tell_whether_an_account_exists(client, dana, email):
    start = time.monotonic()
    client.post(RESET, {"email": email})
    assert time.monotonic() - start >= QUEUE_SECONDS
