"""Notes of editors: never public, and kept for editors only if they are asked for."""

import pytest

from wagtail.models import Comment as Note
from wagtail.models import CommentReply

from blog.comments.models import Comment
from blog.models import BlogPage
from blog.wordpress.engine.undo import undo
from blog.wordpress.models import ImportRun
from boulder_therapeutics.core.models import StandardPage
from tests.wordpress.conftest import comment, item, outcomes, run

pytestmark = pytest.mark.usefixtures("blog_index", "admin_user")

NOTES = comment(7, type="note", content="Zebra?") + comment(8, type="note", parent=7)
KEPT = {"keep_notes": True}


def test_note_is_left_out(write):
    job = run(write(item(1, extra=NOTES)))
    assert outcomes(job, "comments") == {"skipped": 2}
    assert not (Note.objects.exists() or Comment.objects.exists())


def test_kept_note_is_one_of_the_editor_and_nowhere_public(write, client):
    job = run(write(item(1, extra=NOTES + comment(9))), **KEPT)
    note, reply = Note.objects.get(), CommentReply.objects.get()
    assert (note.text, note.created_at.year) == ("Reader: Zebra?", 2020)
    assert (reply.comment, note.page_id) == (note, BlogPage.objects.get().pk)
    assert Comment.objects.get().pk == 9
    assert outcomes(job, "comments") == {"imported": 3}
    for path in ["/blog/post-1/", "/blog/comments/feed/", "/search/?q=zebra"]:
        assert b"Zebra?" not in client.get(path).content


def test_note_on_a_page_is_kept(write):
    export = write(item(1, extra=NOTES + comment(9), wp__post_type="page"))
    job = run(export, **KEPT)
    assert Note.objects.get().page_id == StandardPage.objects.get().pk
    assert outcomes(job, "comments") == {"imported": 2, "skipped": 1}
    again = outcomes(run(export, **KEPT), "comments")
    assert again == {"unchanged": 2, "skipped": 1}


def test_notes_come_once_also_if_they_were_left_out_before(write, client):
    export = write(item(1, extra=NOTES))
    for options in ({}, KEPT, KEPT):
        run(export, **options)
    assert (Note.objects.count(), CommentReply.objects.count()) == (1, 1)


def test_note_is_credited_to_the_account_of_its_author(write, editor):
    head = "<wp:author><wp:author_id>3</wp:author_id><wp:author_login>ann"
    head += "</wp:author_login></wp:author>"
    export = write(item(1, extra=comment(7, type="note", user_id=3)), head=head)
    run(export, authors={"ann": "editor"}, **KEPT)
    assert (Note.objects.get().user, Note.objects.get().text[0]) == (editor, "C")


def test_note_can_be_opened_in_the_editor(write, client, admin_user):
    run(write(item(1, extra=NOTES)), **KEPT)
    client.force_login(admin_user)
    page = BlogPage.objects.get()
    assert b"Zebra?" in client.get(f"/admin/pages/{page.pk}/edit/").content
    page.get_latest_revision_as_object().save_revision().publish()
    assert Note.objects.count() == 1


def test_undo_removes_notes_with_their_page(write):
    run(write(item(1, extra=NOTES)), **KEPT)
    list(undo(ImportRun.objects.get().pk))
    assert not Note.objects.exists()
