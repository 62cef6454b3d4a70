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
# Open to every user of Wagtail's admin: the frame, the user's account, choosers, and
# the history of objects that the user may see.
FOR_ALL = re.compile(
    "wagtailadmin_(home|account|dismissibles|javascript|password|sprite|tag_auto)"
    "|choose|site_history"
)


@pytest.fixture
def pending(article):
    return CommentFactory(page=article, status="pending")


def urls(comment):
    return [f"/admin/comments/{view.format(comment.pk)}" for view in VIEWS]


@pytest.mark.parametrize("role", ["moderator", "admin_user"])
def test_moderators_and_administrators_may_moderate(client, request, pending, role):
    client.force_login(request.getfixturevalue(role))
    for url in urls(pending):
        assert client.get(url).status_code == 200, url
    client.post(
        "/admin/comments/act/", {"action": "approve", "rows": f"{pending.pk}:pending"}
    )
    pending.refresh_from_db()
    assert pending.status == "approved"


@pytest.mark.parametrize("role", ["editor", None])
def test_other_users_cannot_see_or_do_anything(client, request, pending, role):
    if role:
        client.force_login(request.getfixturevalue(role))
    away = "/admin/" if role else "/admin/login/?next="
    for url in urls(pending):
        assert client.get(url).url.startswith(away), url
    fields = {
        "action": "spam",
        "rows": f"{pending.pk}:pending",
        "text": "x",
        "key": "k",
    }
    for url in [*urls(pending), *(f"/admin/comments/{b}" for b in BUTTONS)]:
        response = client.post(url, fields)
        # 403 keeps the text of somebody whose session has expired.
        assert response.status_code == 403 or response.url.startswith(away), url
    pending.refresh_from_db()
    assert pending.status == "pending"
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("button", BUTTONS)
def test_buttons_are_post_only(client, moderator, button):
    client.force_login(moderator)
    response = client.get(f"/admin/comments/{button}")
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]


def test_buttons_require_a_csrf_token(moderator, pending):
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)
    fields = {"action": "spam", "rows": f"{pending.pk}:pending"}
    assert client.post("/admin/comments/act/", fields).status_code == 403
    pending.refresh_from_db()
    assert pending.status == "pending"


def admin_urls():
    """Yield the name and URL of every admin view without arguments."""
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
            url = reverse(name)
        except NoReverseMatch:
            continue
        if url.startswith("/admin/"):
            yield name, url


def test_moderator_can_open_only_comments(client, moderator, pending):
    opened = set()
    client.raise_request_exception = False
    for name, url in admin_urls():
        # Once per URL, because one of them logs out.
        client.force_login(moderator)
        if client.get(url).status_code == 200:
            opened.add(name)
    opened = {name for name in opened if not FOR_ALL.search(name)}
    blocks = {f"comment_blocks:{name}" for name in ["add", "index", "index_results"]}
    assert opened == {"comment_moderation:index", *blocks}


def test_editor_has_no_comments_in_the_menu(client, editor, pending):
    client.force_login(editor)
    html = client.get("/admin/").text
    assert "/admin/comments/" not in html
    assert "pending" not in html.casefold()


def test_only_administrators_change_the_settings(client, request, db):
    CommentSettings.load()
    for role in ["moderator", "editor"]:
        client.force_login(request.getfixturevalue(role))
        assert client.get(SETTINGS, follow=True).redirect_chain[-1][0] == "/admin/"
    client.force_login(request.getfixturevalue("admin_user"))
    assert client.get(SETTINGS, follow=True).status_code == 200


def test_moderator_group_has_two_permissions(db):
    group = Group.objects.get(name="Comment moderators")
    codenames = group.permissions.values_list("codename", flat=True)
    assert set(codenames) == {"access_admin", "moderate_comment"}


def test_editors_have_no_comment_permissions(db):
    editors = Permission.objects.filter(group__name="Editors")
    assert not editors.filter(content_type__app_label="comments").exists()


def test_group_migration_can_be_reversed_and_repeated(db):
    migration = import_module("blog.comments.migrations.0002_moderator_group")
    migration.remove_group(apps, None)
    assert not Group.objects.filter(name="Comment moderators").exists()
    for _ in range(2):
        migration.add_group(apps, None)
    assert Group.objects.get(name="Comment moderators").permissions.count() == 2


def test_deleting_a_page_warns_with_the_number_of_comments(
    client, admin_user, article, pending
):
    client.force_login(admin_user)
    CommentFactory(page=article)
    warning = "2 reader comments will also be deleted."
    for page in [article, article.get_parent()]:
        assert warning in client.get(f"/admin/pages/{page.pk}/delete/").text
    bulk = f"/admin/bulk/wagtailcore/page/delete/?id={article.pk}&next=/admin/"
    assert warning in client.get(bulk).text
    client.post(f"/admin/pages/{article.pk}/delete/")
    assert not Comment.objects.exists()


def test_deleting_a_page_without_comments_shows_no_warning(client, admin_user, article):
    client.force_login(admin_user)
    html = client.get(f"/admin/pages/{article.pk}/delete/").text
    assert "will also be deleted" not in html
