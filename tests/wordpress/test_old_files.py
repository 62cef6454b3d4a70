"""Old URLs of files: public as far as the page was to which they were attached."""

import pytest

from wagtail.documents import get_document_model

from blog.models import BlogPage
from boulder_therapeutics.images.models import CustomImage
from tests.factories import PersonFactory
from tests.wordpress.conftest import attachment, item, outcomes, run

PATH = "/wp-content/uploads/2020/03/knee.png"
EMPTY = {"content": "<!-- wp:query /-->", "wp__post_type": "page"}

pytestmark = pytest.mark.usefixtures("blog_index")


@pytest.mark.parametrize(
    ("parents", "status"),
    [
        ([], 301),
        ([item(1)], 301),
        ([item(1, wp__post_type="staff")], 301),
        ([item(1, link="https://old.example/", **EMPTY)], 301),
        ([item(1, link="https://old.example/blog/", **EMPTY)], 301),
        ([item(1, wp__post_type="staff", wp__status="draft")], 404),
        ([item(1, wp__status="draft")], 404),
        ([item(1, wp__status="private")], 404),
        ([item(1, wp__status="trash")], 404),
        ([item(1, wp__post_password="secret")], 404),
    ],
)
@pytest.mark.parametrize("only", [["media", "redirects"], ["media", "posts", "pages"]])
def test_old_url_of_a_file_is_public_as_its_page_was(
    write, uploads, client, parents, status, only
):
    export, files = write(*parents, attachment(wp__post_parent=1)), str(uploads)
    run(export, media_dir=files, only=only)
    assert client.get(PATH).status_code == status
    run(export, media_dir=files)
    assert client.get(PATH).status_code == status


@pytest.fixture
def plan(uploads):
    """An attachment of post 1 that is a PDF."""
    (uploads / "2020/03/plan.pdf").write_bytes(b"%PDF-1.4 plan")
    return attachment(6, "2020/03/plan.pdf", wp__post_parent=1)


@pytest.mark.parametrize(("status", "code"), [("publish", 301), ("draft", 404)])
def test_file_that_comes_later_is_linked_from_its_page(
    write, uploads, client, plan, status, code
):
    path = "/wp-content/uploads/2020/03/plan.pdf"
    link = f'<a href="https://old.example{path}">Plan</a>'
    export = write(item(1, f"A.\n\n{link}", wp__status=status), item(2), plan)
    run(export)
    assert outcomes(run(export)) == {"unchanged": 2, "skipped": 1}
    job = run(export, media_dir=str(uploads))
    assert outcomes(job) == {"imported": 1, "updated": 1, "unchanged": 1}
    document = get_document_model().objects.get()
    body = str(BlogPage.objects.get(slug="post-1").body.raw_data[0])
    assert f'linktype="document" id="{document.pk}"' in body
    assert client.get(path).status_code == code


@pytest.mark.parametrize(("status", "code"), [("publish", 301), ("draft", 404)])
def test_file_that_comes_later_is_public_as_its_unchanged_page(
    write, uploads, client, plan, status, code
):
    export = write(item(1, wp__status=status), plan)
    run(export)
    assert outcomes(run(export, media_dir=str(uploads))) == {
        "imported": 1,
        "unchanged": 1,
    }
    path = "/wp-content/uploads/2020/03/plan.pdf"
    assert client.get(path).status_code == code


SIZES = [PATH, PATH.replace("knee", "knee-300x200"), "/knee-5/", "/?attachment_id=5"]
PICTURE = f'Lead.\n\n<img src="https://old.example{PATH}">'
THUMBNAIL = {"meta": [("_thumbnail_id", 5)]}


def codes(client):
    """Return the status codes of the old URLs of a file."""
    return {client.get(path).status_code for path in SIZES}


@pytest.mark.parametrize("use", [{"content": PICTURE}, THUMBNAIL])
@pytest.mark.parametrize(
    ("state", "code"),
    [
        ({}, 301),
        ({"wp__status": "draft"}, 404),
        ({"wp__status": "private"}, 404),
        ({"wp__post_password": "secret"}, 404),
    ],
)
@pytest.mark.parametrize("parent", [0, 1, 99])
def test_old_url_of_a_file_is_public_as_the_page_that_uses_it(
    write, uploads, client, use, state, code, parent
):
    file = attachment(wp__post_parent=parent)
    run(write(item(1, **use, **state), file), media_dir=str(uploads))
    assert codes(client) == {code}


@pytest.mark.parametrize("public", [1, 2])
def test_file_is_public_if_one_of_its_places_is(write, uploads, client, public):
    states = ["publish" if n == public else "draft" for n in (1, 2)]
    posts = [item(1, wp__status=states[0]), item(2, PICTURE, wp__status=states[1])]
    export = write(*posts, attachment(wp__post_parent=1))
    run(export, media_dir=str(uploads))
    assert codes(client) == {301}


@pytest.mark.parametrize("content", ["", PICTURE])
def test_file_follows_what_editors_publish_and_hide(write, uploads, client, content):
    export = write(item(1, content), attachment(wp__post_parent=1))
    run(export, media_dir=str(uploads))
    page = BlogPage.objects.get()
    page.unpublish()
    assert codes(client) == {404}
    page.save_revision().publish()
    assert codes(client) == {301}
    restriction = page.view_restrictions.create(restriction_type="login")
    assert codes(client) == {404}
    restriction.delete()
    assert codes(client) == {301}


def test_picture_of_a_person_is_public(write, uploads, client):
    export = write(item(1, PICTURE, wp__status="draft"), attachment())
    run(export, media_dir=str(uploads))
    PersonFactory(picture=CustomImage.objects.get())
    assert codes(client) == {301}


def test_file_of_a_post_that_is_in_the_trash_now_is_hidden(write, uploads, client):
    file, files = attachment(wp__post_parent=1), str(uploads)
    run(write(item(1, PICTURE), file), media_dir=files)
    run(write(item(1, PICTURE, wp__status="trash"), file), media_dir=files)
    assert codes(client) == {404}
