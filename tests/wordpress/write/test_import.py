"""Importing: what arrives, what stays away, and that it can be done again."""

import json
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count

import pytest

from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Revision

from blog.comments.models import Comment
from blog.comments.states import set_status
from blog.models import BlogPage, Category
from blog.wordpress.engine.runs import start
from blog.wordpress.engine.undo import undo
from blog.wordpress.models import ImportedItem, ImportRun
from blog.wordpress.options import Options
from blog.wordpress.workarounds import is_tree_sound
from blog.wordpress.write.bodies import BodyWriter
from boulder_therapeutics.core.models import Person, StandardPage
from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.mail.models import OutboxMail
from tests.wordpress.conftest import attachment, comment, item, outcomes, run

CATEGORY = '<category domain="category" nicename="news">News</category>'
TAG = '<category domain="post_tag" nicename="knee">Knee</category>'

pytestmark = pytest.mark.usefixtures("blog_index")


def article(number=1):
    row = ImportedItem.objects.get(kind="post", wordpress_id=number)
    return BlogPage.objects.get(pk=row.target_id)


def test_post_becomes_a_live_article(write, client):
    author = "<wp:author><wp:author_login>ann</wp:author_login>"
    author += "<wp:author_display_name>Ann B.</wp:author_display_name></wp:author>"
    run(write(item(1, extra=CATEGORY + TAG), head=author))
    page = article()
    assert page.live and not page.has_unpublished_changes
    assert [person.name for person in page.authors] == ["Ann B."]
    assert [c.slug for c in page.categories.all()] == ["news"]
    assert [tag.slug for tag in page.tags.all()] == ["knee"]
    assert page.first_published_at == page.date == datetime(2020, 3, 4, 9, tzinfo=UTC)
    assert b"More of it." in client.get(page.url).content


def test_revision_is_what_editors_open(write):
    run(write(item(1, extra=CATEGORY + TAG)))
    page = article()
    edited = page.latest_revision.as_object()
    assert edited.body.raw_data[0]["value"] == "<p>More of it.</p>"
    assert [c.slug for c in edited.categories.all()] == ["news"]
    assert page.live_revision == page.latest_revision
    edited.save_revision().publish()
    assert article().tags.count() == 1


def test_article_is_found_by_the_search_and_the_references_are_known(write, uploads):
    content = (
        '<img src="https://old.example/wp-content/uploads/2020/03/knee-300x2.png">'
    )
    run(write(item(1, f"Zebra.\n\nB.{content}"), attachment()), media_dir=str(uploads))
    assert [page.pk for page in Page.objects.search("zebra")] == [article().pk]
    usage = CustomImage.objects.get().get_usage()
    assert [page.pk for page, _ in usage] == [article().pk]


def test_tree_of_pages_stays_sound(write, client):
    pages = [
        item(3, wp__post_type="page", wp__post_parent=2, title="Child"),
        item(2, wp__post_type="page", title="Parent"),
        item(4, wp__post_type="page", wp__post_parent=99, title="Orphan"),
    ]
    run(write(*pages, item(1)))
    assert is_tree_sound()
    child = StandardPage.objects.get(title="Child")
    assert child.get_parent().title == "Parent"
    assert client.get(child.url).status_code == 200
    new = StandardPage(title="New", slug="new")
    StandardPage.objects.get(title="Parent").add_child(instance=new)
    assert is_tree_sound()


@pytest.mark.parametrize(
    "fields",
    [
        {"wp__status": "draft"},
        {"wp__status": "pending"},
        {"wp__status": "private"},
        {"wp__status": "trash"},
        {"wp__status": "dp-rewrite-republish"},
        {"wp__status": "future", "wp__post_date_gmt": "2050-01-01 00:00:00"},
        {"wp__post_password": "secret"},
    ],
)
def test_what_was_not_public_is_nowhere(write, client, fields):
    run(write(item(1, "Zebra.\n\nMore zebra.", comment(7), **fields)))
    paths = ["/", "/blog/", "/blog/feed/", "/sitemap.xml", "/blog/comments/feed/"]
    paths += ["/search/?q=zebra", "/2020/03/post-1/", "/?p=1", "/blog/post-1/"]
    for path in paths:
        response = client.get(path, follow=True)
        text = response.content.decode().lower().replace("“zebra”", "")
        assert "more zebra" not in text and "comment number" not in text
        assert "post 1" not in text or "password" in text


def test_future_post_is_scheduled(write):
    run(write(item(1, wp__status="future", wp__post_date_gmt="2050-01-01 00:00:00")))
    assert not article().live
    assert Revision.objects.get().approved_go_live_at.year == 2050
    call_command("publish_scheduled")
    assert not article().live


def test_password_is_asked_for(write, client):
    run(write(item(1, wp__post_password="secret")))
    assert PageViewRestriction.objects.get().password == "secret"
    assert b"More of it" not in client.get(article().url, follow=True).content


def test_threads_keep_states_dates_and_parents(write, client):
    extra = comment(7) + comment(8, parent=7) + comment(9, approved=0, parent=8)
    extra += comment(10, approved="spam") + comment(11, type="pingback")
    extra += comment(12, type="note") + comment(13, parent=9)
    job = run(write(item(1, extra=extra)))
    rows = {row.wordpress_id: row for row in Comment.objects.all()}
    assert sorted(rows) == [7, 8, 9, 10, 13]
    assert (rows[8].parent, rows[13].root) == (rows[7], rows[7])
    assert [n for n, row in sorted(rows.items()) if row.is_visible] == [7, 8]
    assert rows[7].created == datetime(2020, 3, 5, 10, tzinfo=UTC)
    assert rows[10].status_changed == rows[10].created
    assert outcomes(job, "comments") == {"imported": 5, "skipped": 2}
    assert b'id="comment-8"' in client.get(article().url).content


def test_no_mail_is_queued_or_sent(write):
    run(write(item(1, extra=comment(7) + comment(8, approved=0))))
    assert not OutboxMail.objects.exists()
    assert mail.outbox == []
    assert not Comment.objects.filter(needs_notification=True).exists()


def test_personal_data_can_be_left_out(write):
    run(write(item(1, extra=comment(7, agent="Mozilla"))), personal_data=False)
    row = Comment.objects.get()
    assert (row.email, row.ip, row.user_agent) == ("", None, "")


def test_comment_gets_a_new_id_if_its_own_is_taken(write, article, client):
    taken = Comment.objects.create(page=article, text="Old", submission_key="a")
    run(write(item(1, extra=comment(taken.pk) + comment(999, parent=taken.pk))))
    reply = Comment.objects.get(pk=999)
    assert reply.parent.wordpress_id == taken.pk
    assert reply.parent_id not in {taken.pk, 999}
    Comment.objects.create(page=article, text="New", submission_key="b")
    page = client.get("/blog/post-1/").content.decode()
    assert page.count(f'id="comment-{taken.pk}"') == 1


def test_new_number_is_none_of_a_later_comment(write, article):
    taken = Comment.objects.create(page=article, text="Old", submission_key="a")
    numbers = [taken.pk, taken.pk + 1, taken.pk + 2]
    posts = [item(n, extra=comment(number)) for n, number in enumerate(numbers, 1)]
    run(write(*posts), batch=1)
    kept = Comment.objects.filter(pk=F("wordpress_id"))
    assert {comment.pk for comment in kept} == set(numbers[1:])


def test_picture_is_shared_by_body_cover_and_library(write, uploads):
    content = (
        '<img class="wp-image-5" src="/wp-content/uploads/2020/03/knee-60x40.png">'
    )
    post = item(1, content, meta=[("_thumbnail_id", 5)])
    run(write(post, attachment()), media_dir=str(uploads))
    image = CustomImage.objects.get()
    assert (image.title, image.description) == ("Knee", "A knee")
    assert image.collection.name == "WordPress"
    assert image.created_at == datetime(2020, 3, 4, 9, tzinfo=UTC)
    assert article().cover == image
    assert article().body[0].value["image"].pk == image.pk


def test_missing_picture_is_added_when_it_is_there(write, uploads):
    export = write(item(1, meta=[("_thumbnail_id", 5)]), attachment())
    run(export)
    assert article().cover is None
    job = run(export, media_dir=str(uploads))
    assert article().cover == CustomImage.objects.get()
    assert outcomes(job) == {"imported": 1, "updated": 1}


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "link.png"])
def test_no_file_outside_the_folder_is_read(write, uploads, tmp_path, name):
    (tmp_path / "secret.png").write_bytes((uploads / "2020/03/knee.png").read_bytes())
    (uploads / "link.png").symlink_to(tmp_path / "secret.png")
    job = run(write(attachment(name=name)), media_dir=str(uploads))
    assert outcomes(job) == {"skipped": 1}


@pytest.mark.parametrize("name", ["a.svg", "b.html", "c.php", "d.png"])
def test_type_of_a_file_is_decided_by_its_content(write, uploads, name):
    (uploads / name).write_bytes(b"<svg onload='alert(1)'/>")
    job = run(write(attachment(name=name)), media_dir=str(uploads))
    assert outcomes(job) == {"failed": 1}


def test_picture_with_too_many_pixels_is_refused(write, uploads, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2_000
    job = run(write(attachment()), media_dir=str(uploads))
    assert outcomes(job) == {"failed": 1}
    assert not CustomImage.objects.exists()


def test_nobody_gets_an_account(write):
    head = "<wp:author><wp:author_login>ann</wp:author_login></wp:author>"
    run(write(item(1, extra=comment(7, user_id=1)), head=head))
    assert not get_user_model().objects.exists()


def state_of_database():
    """Return all rows of the database but clocks."""
    out = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {table}")
            out[table] = sorted(map(repr, cursor.fetchall()))
    return out


def test_importing_again_changes_nothing(write, uploads):
    export = write(item(1, extra=comment(7) + CATEGORY), attachment())
    run(export, media_dir=str(uploads))
    before = state_of_database()
    with CaptureQueriesContext(connection) as queries:
        job = run(export, media_dir=str(uploads))
    assert outcomes(job) == {"unchanged": 2}
    assert state_of_database() == before
    verbs = {query["sql"].split()[0] for query in queries}
    assert not verbs & {"INSERT", "UPDATE", "DELETE"}


def test_changed_post_updates_its_page_alone(write):
    run(write(item(1), item(2)))
    job = run(write(item(1, "New lead.\n\nNew text."), item(2)))
    assert outcomes(job) == {"updated": 1, "unchanged": 1}
    assert article().introduction == "New lead."
    assert article().get_latest_revision().content["introduction"] == "New lead."
    assert article().revisions.count() == 2


def test_edited_page_is_left_alone_and_reported(write):
    run(write(item(1)))
    page = article()
    page.title = "Edited"
    page.save_revision().publish()
    export = write(item(1, "New.\n\nText.", extra=comment(7)))
    job = run(export)
    assert outcomes(job) == {"skipped": 1}
    assert article().title == "Edited"
    assert Comment.objects.count() == 1
    assert "edited here" in job.tally.notes[0]["text"]
    run(export, overwrite_local=True)
    assert article().title == "Post 1"


def test_deleted_page_does_not_come_back(write):
    run(write(item(1)))
    article().delete()
    assert outcomes(run(write(item(1, "New.\n\nText.")))) == {"skipped": 1}
    assert not BlogPage.objects.exists()


def test_new_comment_needs_no_new_revision(write):
    run(write(item(1, extra=comment(7))))
    job = run(write(item(1, extra=comment(7) + comment(8, parent=7))))
    assert outcomes(job) == {"unchanged": 1}
    assert outcomes(job, "comments") == {"unchanged": 1, "imported": 1}
    assert article().revisions.count() == 1
    assert Comment.objects.get(pk=8).root_id == 7


def test_moderated_comment_keeps_its_status(write, moderator):
    run(write(item(1, extra=comment(7))))
    set_status([7], Comment.Status.SPAM, moderator)
    run(write(item(1, extra=comment(7, content="Changed"))))
    assert Comment.objects.get().status == Comment.Status.SPAM


def test_same_number_twice_gives_two_pages(write):
    job = run(write(item(1, "A.\n\nB."), item(1, "C.\n\nD."), item(1, "A.\n\nB.")))
    assert outcomes(job) == {"imported": 2, "skipped": 1}
    assert BlogPage.objects.count() == 2
    assert outcomes(run(write(item(1, "A.\n\nB."), item(1, "C.\n\nD.")))) == {
        "unchanged": 2
    }


def test_taken_slug_gets_a_number_and_both_old_urls_redirect(write, client):
    one = item(1, link="https://old.example/2019/a/", wp__post_name="a")
    two = item(2, link="https://old.example/2020/a/", wp__post_name="a")
    run(write(one, two))
    assert client.get("/2019/a/").headers["Location"] == "/blog/a/"
    assert client.get("/2020/a/").headers["Location"] == "/blog/a-2/"


def test_link_leads_to_a_page_that_comes_later(write):
    run(write(item(1, '<a href="https://old.example/?p=2">x</a>\n\nb'), item(2)))
    assert f'linktype="page" id="{article(2).pk}"' in str(article().body.raw_data[0])


def test_dry_run_writes_nothing_and_reports_the_same(write, uploads, settings):
    export = write(item(1, extra=comment(7) + CATEGORY), attachment())
    before = state_of_database()
    dry = run(export, media_dir=str(uploads), dry_run=True)
    assert state_of_database() == before
    real = run(export, media_dir=str(uploads))
    assert dry.tally.to_json() == real.tally.to_json()


def test_failing_item_does_not_stop_the_others(write, monkeypatch):
    from blog.wordpress.write import bodies

    convert = bodies.convert_article

    def fail(item, *arguments, **options):
        if item.number == 2:
            raise ValueError("odd")
        return convert(item, *arguments, **options)

    monkeypatch.setattr(bodies, "convert_article", fail)
    job = run(write(item(1), item(2, extra=comment(7)), item(3)))
    assert outcomes(job) == {"imported": 2, "failed": 1}
    monkeypatch.undo()
    assert outcomes(run(write(item(1), item(2), item(3)))) == {
        "imported": 1,
        "unchanged": 2,
    }


def test_undo_removes_what_the_run_made_and_nobody_touched(write, uploads):
    Category.objects.create(name="News", slug="news")
    export = write(item(1, extra=comment(7) + CATEGORY + TAG), item(2), attachment())
    run(export, media_dir=str(uploads))
    page = article(2)
    page.save_revision().publish()
    lines = list(undo(ImportRun.objects.get().pk))
    assert [page.pk for page in BlogPage.objects.all()] == [page.pk]
    assert not (Comment.objects.exists() or CustomImage.objects.exists())
    assert not (Tag.objects.exists() or Redirect.objects.filter(redirect_page=1))
    assert Category.objects.exists() and Person.objects.exists()
    assert any("edited here" in line for line in lines)


def test_report_is_kept_with_the_run(write):
    run(write(item(1)))
    saved = ImportRun.objects.get()
    assert saved.state == ImportRun.State.FINISHED
    assert json.dumps(saved.report["items"])


def test_page_below_one_whose_parent_is_missing_stays_there(write):
    link = '<a href="https://old.example/?page_id=9">x</a>\n\nb'
    run(
        write(
            item(8, link, wp__post_type="page", wp__post_parent=7),
            item(9, wp__post_type="page", wp__post_parent=8),
        )
    )
    parent, child = StandardPage.objects.order_by("depth")
    assert child.get_parent() == parent.page_ptr
    assert f'id="{child.pk}"' in str(parent.body.raw_data)


def test_every_level_of_pages_reports_progress(write):
    pages = [item(n, wp__post_type="page", wp__post_parent=n // 3) for n in range(1, 7)]
    seen = []
    job = start(
        write(*pages), Options(batch=2), progress=lambda *step: seen.append(step)
    )
    job.execute()
    numbers = [done for phase, done, _ in seen if phase == "Making room for pages"]
    assert numbers == [2, 4, 5, 6]


@pytest.mark.parametrize(
    "changed",
    [
        item(1, "New.\n\nText."),
        item(1, extra=comment(7)),
        item(1, wp__post_type="page"),
        item(1) + attachment(),
        item(1) + item(2),
    ],
)
def test_run_is_saved_if_it_writes_anything(write, uploads, changed):
    run(write(item(1)))
    for _ in range(2):
        run(write(changed), media_dir=str(uploads))
        first, second = ImportRun.objects.order_by("pk")
        assert second.report["items"]


def test_run_that_was_rolled_back_is_saved_again(write, monkeypatch):
    run(write(item(1), item(2)))
    write_rows, calls = BodyWriter.write, count()

    def fail_once(writer, items):
        written = write_rows(writer, items)
        if not next(calls):
            raise ValueError("odd")
        return written

    monkeypatch.setattr(BodyWriter, "write", fail_once)
    job = run(write(item(1, "A.\n\nB.", extra=TAG), item(2, extra=comment(7))))
    assert outcomes(job) == {"updated": 1, "unchanged": 1}
    rows = ImportedItem.objects.filter(kind__in=["comments", "post_tag"])
    assert [row.run for row in rows] == [job.run.run] * 2


def test_undo_removes_the_comments_that_a_later_run_added(write, moderator):
    run(write(item(1, extra=comment(7))))
    more = "".join(comment(number) for number in (7, 8, 9, 10))
    export = write(item(1, extra=more + comment(11, parent=10)))
    run(export)
    set_status([9], Comment.Status.SPAM, moderator)
    reply = Comment.objects.get(pk=11)
    Comment.objects.create(page=reply.page, parent=reply, submission_key="a")
    lines = list(undo(ImportRun.objects.latest("pk").pk))
    numbers = Comment.objects.filter(wordpress_id__gt=0).values_list("pk", flat=True)
    assert sorted(numbers) == [7, 9, 10, 11]
    assert lines[0] == "Removed: 1 × comment"
    assert lines[1].startswith("Left: 3 × comment on “Post 1”: ")
    assert outcomes(run(export), "comments") == {
        "imported": 1,
        "skipped": 1,
        "unchanged": 3,
    }


class Killed(BaseException):
    """Ends an import as a signal would."""


def summary():
    """Return what visitors and editors would see of all pages and comments."""
    pages = [
        (page.title, page.url_path, page.live, page.introduction, page.body.raw_data[:])
        for page in BlogPage.objects.order_by("path")
    ]
    pages += [(p.title, p.url_path, p.live) for p in StandardPage.objects.all()]
    rows = Comment.objects.order_by("wordpress_id")
    comments = [(c.wordpress_id, c.parent_id, c.root_id, c.is_visible) for c in rows]
    redirects = sorted(Redirect.objects.values_list("old_path", flat=True))
    return repr((pages, comments, redirects, CustomImage.objects.count()))


def test_import_that_was_killed_goes_on(write, uploads):
    items = [item(n, extra=comment(n) + comment(n + 50, parent=n)) for n in range(1, 6)]
    pages = [item(n, wp__post_type="page", wp__post_parent=n - 1) for n in (8, 9)]
    export = write(*items, attachment(20), *pages)
    options = {"batch": 1, "media_dir": str(uploads)}
    with rolled_back():
        run(export, **options)
        undisturbed = summary()
    moments, was_killed = count(), True
    while was_killed:
        moment = next(moments)
        with rolled_back():
            was_killed = kill_at(moment, export, options)
            run(export, **options)
            assert summary() == undisturbed, moment
            assert ImportRun.objects.count() == 1
    assert moment >= 10


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def kill_at(moment, export, options):
    """Kill an import; return False if it was over before."""
    calls = count()

    def kill(phase, done, total):
        if next(calls) == moment:
            raise Killed

    try:
        start(export, Options(**options), progress=kill).execute()
    except Killed:
        return True
    return False


def test_comments_come_later_if_they_were_not_asked_for(write):
    export = write(item(1, extra=comment(7)))
    run(export, only=["posts", "pages", "media"])
    assert not Comment.objects.exists()
    run(export)
    assert Comment.objects.count() == 1
