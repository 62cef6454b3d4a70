"""Comments that were deleted or anonymized here do not come back with an export."""

import pytest

from django.core.management import call_command

from blog.comments.models import Comment, RemovedComment
from blog.comments.privacy.personal_data import delete_comments
from blog.comments.states import delete
from blog.wordpress.engine.undo import undo
from blog.wordpress.models import ImportRun
from tests.stored import places_of
from tests.wordpress.conftest import comment, item, outcomes, run

EMAIL = "zqmail@zqhost.example"
PERSON = {
    "author": "Zqname",
    "author_email": EMAIL,
    "author_IP": "198.51.100.231",
    "content": "Zqtext.",
}
MARKERS = {"zqname", "zqmail", "198.51.100.231", "zqtext"}

pytestmark = pytest.mark.usefixtures("blog_index")


def by_moderator(moderator):
    delete([7], moderator)


def by_author(moderator):
    delete_comments(EMAIL)


def by_command(moderator):
    call_command("erase_comments", EMAIL, "--text")


def more(*others):
    """Return an article with the comment of the person and others."""
    return item(1, extra="".join([comment(7, **PERSON), *others]))


@pytest.mark.parametrize("door", [by_moderator, by_author, by_command])
@pytest.mark.parametrize("options", [{}, {"overwrite_local": True}])
def test_removed_comment_does_not_come_back(door, options, write, moderator, tmp_path):
    run(write(more()))
    door(moderator)
    rows = Comment.objects.count()
    job = run(write(more(comment(8))), **options)
    assert outcomes(job, "comments") == {"skipped": 1, "imported": 1}
    assert "it was deleted or anonymized here" in {
        key[-1] for key in job.tally.comments
    }
    assert Comment.objects.count() == rows + 1
    assert places_of(MARKERS, tmp_path / "cache") == {}


@pytest.mark.parametrize(("door", "parent"), [(by_moderator, 6), (by_command, 7)])
def test_new_reply_to_a_removed_comment_stays_in_its_thread(
    door, parent, write, moderator
):
    thread = comment(6) + comment(7, parent=6, **PERSON)
    run(write(item(1, extra=thread)))
    door(moderator)
    run(write(item(1, extra=thread + comment(8, parent=7))))
    reply = Comment.objects.get(pk=8)
    assert (reply.parent_id, reply.root_id) == (parent, 6)


def test_undone_import_can_be_imported_again(write):
    run(write(more()))
    list(undo(ImportRun.objects.get().pk))
    assert not RemovedComment.objects.exists()
    assert outcomes(run(write(more())), "comments") == {"imported": 1}


def test_person_stays_removed_when_the_import_is_undone_and_repeated(write, moderator):
    run(write(more(comment(8))))
    by_author(moderator)
    list(undo(ImportRun.objects.get().pk))
    job = run(write(more(comment(8))))
    assert outcomes(job, "comments") == {"skipped": 1, "imported": 1}
    assert Comment.objects.get().pk == 8
