import re
from importlib import import_module

import pytest

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from blog.comments.models import Comment, CommentSettings
from tests.factories import CommentFactory

SETTINGS = "/admin/settings/comments/commentsettings/"
VIEWS = ["", "reply/{}/", "edit/{}/", "block/{}/", "history/{}/", "history_results/{}/"]
BUTTONS = ["act/", "confirm/", "undo/1/"]
# What Wagtail opens to everybody in the admin: the frame, the own account, lists to
# choose from, and the history of what one may see anyway.
FOR_ALL = re.compile(
    "wagtailadmin_(home|account|dismissibles|javascript|password|sprite|tag_auto)"
    "|choose|site_history"
)


@pytest.fixture
def waiting(article):
    return CommentFactory(page=article, status="pending")


def addresses(comment):
    return [f"/admin/comments/{view.format(comment.pk)}" for view in VIEWS]


@pytest.mark.parametrize("role", ["moderator", "admin_user"])
def test_moderators_and_administrators_may_moderate(client, request, waiting, role):
    client.force_login(request.getfixturevalue(role))
    for address in addresses(waiting):
        assert client.get(address).status_code == 200, address
    client.post(
        "/admin/comments/act/", {"action": "approve", "rows": f"{waiting.pk}:pending"}
    )
    waiting.refresh_from_db()
    assert waiting.status == "approved"


@pytest.mark.parametrize("role", ["editor", None])
def test_nobody_else_sees_or_does_anything(client, request, waiting, role):
    if role:
        client.force_login(request.getfixturevalue(role))
    away = "/admin/" if role else "/admin/login/?next="
    for address in addresses(waiting):
        assert client.get(address).url.startswith(away), address
    fields = {
        "action": "spam",
        "rows": f"{waiting.pk}:pending",
        "text": "x",
        "key": "k",
    }
    for address in [*addresses(waiting), *(f"/admin/comments/{b}" for b in BUTTONS)]:
        response = client.post(address, fields)
        assert response.url.startswith(away), address
    waiting.refresh_from_db()
    assert waiting.status == "pending"
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("button", BUTTONS)
def test_buttons_are_post_only(client, moderator, button):
    client.force_login(moderator)
    response = client.get(f"/admin/comments/{button}")
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]


def test_buttons_want_a_token(moderator, waiting):
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)
    fields = {"action": "spam", "rows": f"{waiting.pk}:pending"}
    assert client.post("/admin/comments/act/", fields).status_code == 403
    waiting.refresh_from_db()
    assert waiting.status == "pending"


def admin_addresses():
    """Every address of the admin that needs no argument, by name."""
    resolver = dict(get_resolver().namespace_dict)
    names = [name for name in get_resolver().reverse_dict if isinstance(name, str)]
    for namespace, (_, inner) in resolver.items():
        names += [
            f"{namespace}:{name}"
            for name in inner.reverse_dict
            if isinstance(name, str)
        ]
    for name in names:
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        if address.startswith("/admin/"):
            yield name, address


def test_moderator_has_comments_and_nothing_else(client, moderator, waiting):
    opened = set()
    client.raise_request_exception = False
    for name, address in admin_addresses():
        # Each time anew: the address to log out is among them.
        client.force_login(moderator)
        if client.get(address).status_code == 200:
            opened.add(name)
    opened = {name for name in opened if not FOR_ALL.search(name)}
    assert opened == {"comment_moderation:index"}


def test_menu_of_an_editor_has_no_comments(client, editor, waiting):
    client.force_login(editor)
    html = client.get("/admin/").text
    assert "/admin/comments/" not in html
    assert "waiting" not in html


def test_only_administrators_change_the_settings(client, request, db):
    CommentSettings.load()
    for role in ["moderator", "editor"]:
        client.force_login(request.getfixturevalue(role))
        assert client.get(SETTINGS, follow=True).redirect_chain[-1][0] == "/admin/"
    client.force_login(request.getfixturevalue("admin_user"))
    assert client.get(SETTINGS, follow=True).status_code == 200


def test_group_has_two_permissions(db):
    group = Group.objects.get(name="Comment moderators")
    codenames = group.permissions.values_list("codename", flat=True)
    assert set(codenames) == {"access_admin", "moderate_comment"}


def test_editors_have_no_right_to_comments(db):
    editors = Permission.objects.filter(group__name="Editors")
    assert not editors.filter(content_type__app_label="comments").exists()


def test_group_migration_can_be_reversed_and_repeated(db):
    migration = import_module("blog.comments.migrations.0002_moderator_group")
    migration.remove_group(apps, None)
    assert not Group.objects.filter(name="Comment moderators").exists()
    for _ in range(2):
        migration.add_group(apps, None)
    assert Group.objects.get(name="Comment moderators").permissions.count() == 2


def test_deleting_a_page_says_how_many_comments_go(
    client, admin_user, article, waiting
):
    client.force_login(admin_user)
    CommentFactory(page=article)
    says = "2 comments by readers will be deleted with it."
    for page in [article, article.get_parent()]:
        assert says in client.get(f"/admin/pages/{page.pk}/delete/").text
    bulk = f"/admin/bulk/wagtailcore/page/delete/?id={article.pk}&next=/admin/"
    assert says in client.get(bulk).text
    client.post(f"/admin/pages/{article.pk}/delete/")
    assert not Comment.objects.exists()


def test_deleting_a_page_without_comments_says_nothing(client, admin_user, article):
    client.force_login(admin_user)
    html = client.get(f"/admin/pages/{article.pk}/delete/").text
    assert "by readers" not in html
