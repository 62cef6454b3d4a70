"""Undoing an import: only what it made, and nobody changed or used since."""

import pytest

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile

from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import Collection, CommentReply, PageViewRestriction
from wagtail.models import Comment as Note

from blog.comments.models import Comment
from blog.comments.states import set_status
from blog.models import BlogPage, Category
from blog.wordpress.engine.undo import undo
from blog.wordpress.models import ImportRun
from boulder_therapeutics.core.models import Person, StandardPage
from boulder_therapeutics.images.models import CustomImage
from services.models import ServicePage
from tests.factories import BlogPageFactory, StandardPageFactory
from tests.wordpress.conftest import attachment, comment, item, png, run

CATEGORY = '<category domain="category" nicename="news">News</category>'
TAG = '<category domain="post_tag" nicename="knee">Knee</category>'
LINK = '<a href="https://old.example/?p={}">there</a>\n\nMore.'
AUTHOR = "<wp:author><wp:author_login>ann</wp:author_login></wp:author>"
MODELS = {
    "category": Category,
    "post_tag": Tag,
    "author": Person,
    "user": get_user_model(),
    "image": CustomImage,
    "document": get_document_model(),
}

pytestmark = pytest.mark.usefixtures("blog_index")


def undone():
    """Undo the first run and return its lines."""
    return list(undo(ImportRun.objects.earliest("pk").pk))


def article(title="Post 1"):
    return BlogPage.objects.get(title=title)


@pytest.fixture
def imported(write, uploads, blog_index):
    """One of each kind that a run makes, next to an article that was written here."""
    (uploads / "plan.pdf").write_bytes(b"%PDF-1.4 plan")
    items = [
        item(1, extra=comment(7) + CATEGORY + TAG),
        item(2, wp__post_type="page"),
        item(3, wp__post_type="page", wp__post_parent=2),
        attachment(),
        attachment(6, "plan.pdf"),
    ]
    run(write(*items, head=AUTHOR), media_dir=str(uploads), create_users=True)
    assert all(model.objects.count() == 1 for model in MODELS.values())


@pytest.fixture
def own(imported, blog_index):
    """An article that was written here after the import."""
    return BlogPageFactory(parent=blog_index, title="Ours")


@pytest.mark.usefixtures("own")
def test_everything_that_is_untouched_goes():
    lines = undone()
    assert [page.title for page in BlogPage.objects.all()] == ["Ours"]
    assert not StandardPage.objects.exists()
    left = {kind for kind, model in MODELS.items() if model.objects.exists()}
    assert left == {"author"} and not Person.objects.filter(slug="ann").exists()
    assert not Comment.objects.exists() and not Redirect.objects.exists()
    assert not any(line.startswith("Left") for line in lines)


def unpublish():
    article().unpublish()


def publish_again():
    article().latest_revision.publish()


def restrict():
    PageViewRestriction.objects.create(page=article(), restriction_type="login")


def moderate():
    set_status([7], Comment.Status.SPAM)


def edit_comment():
    log(Comment.objects.get(), "comments.edit")


def reply_to_comment():
    parent = Comment.objects.get()
    Comment.objects.create(page=parent.page, parent=parent, submission_key="a")


def redirect():
    Redirect.objects.create(old_path="/promo", redirect_page=article().page_ptr)


def link():
    own = article("Ours")
    own.related_articles = [("article", article())]
    own.save_revision().publish()


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    "touch",
    [
        *[unpublish, publish_again, restrict, moderate, edit_comment],
        *[reply_to_comment, redirect, link],
    ],
)
def test_page_stays_with_all_that_it_has_if_it_was_touched(touch):
    touch()
    page = article()
    before = [page.comments.count(), page.redirect_set.count()]
    lines = undone()
    page = article()
    assert [page.comments.count(), page.redirect_set.count()] == before
    assert [c.slug for c in page.categories.all()] == ["news"]
    assert page.tags.count() == len(page.authors) == 1
    assert page.owner and not StandardPage.objects.exists()
    assert any(line.startswith("Left: post “Post 1”: ") for line in lines)


@pytest.mark.usefixtures("imported")
def test_page_that_was_moved_here_stays(home):
    child = StandardPage.objects.get(title="Post 3")
    child.move(home, pos="last-child")
    lines = undone()
    assert [page.title for page in StandardPage.objects.all()] == ["Post 3"]
    assert any("moved here" in line for line in lines)


@pytest.mark.usefixtures("imported")
def test_page_with_a_page_below_it_that_was_made_here_stays():
    StandardPageFactory(parent=StandardPage.objects.get(title="Post 2"), title="Ours")
    undone()
    titles = StandardPage.objects.values_list("title", flat=True)
    assert sorted(titles) == ["Ours", "Post 2"]


def test_service_of_an_article_that_was_written_here_stays(
    write, service_index, blog_index
):
    link = "https://old.example/services/knees/"
    pages = [
        item(1, wp__post_type="page", link="https://old.example/services/"),
        item(2, wp__post_type="page", wp__post_parent=1, link=link),
    ]
    run(write(*pages))
    own = BlogPageFactory(parent=blog_index)
    own.services.add(ServicePage.objects.get())
    own.save()
    undone()
    assert ServicePage.objects.exists()


def test_pages_of_a_run_that_link_to_each_other_go(write):
    run(write(item(1, LINK.format(2)), item(2, LINK.format(1))))
    undone()
    assert not BlogPage.objects.exists()


@pytest.mark.parametrize(
    ("links", "edited"),
    [((1, 2), "Post 3"), ((2, 3), "Post 1")],
    ids=["older", "newer"],
)
def test_pages_to_which_an_edited_page_of_the_run_links_stay(write, links, edited):
    first, second = links
    number = int(edited[-1])
    content = LINK.format(first) + LINK.format(second)
    posts = [item(n, content if n == number else "") for n in (1, 2, 3)]
    run(write(*posts, item(4)))
    article(edited).save_revision().publish()
    undone()
    titles = BlogPage.objects.values_list("title", flat=True)
    assert sorted(titles) == ["Post 1", "Post 2", "Post 3"]


def test_page_to_which_a_page_links_that_was_left_stays(write):
    run(write(item(1), item(2, LINK.format(1)), item(3)))
    article("Post 2").unpublish()
    undone()
    titles = BlogPage.objects.values_list("title", flat=True)
    assert sorted(titles) == ["Post 1", "Post 2"]


def test_page_with_comments_of_a_later_import_stays_until_that_is_undone(write):
    run(write(item(1, extra=comment(7))))
    run(write(item(1, extra=comment(7) + comment(8))))
    assert any("another import" in line for line in undone())
    assert Comment.objects.count() == 2
    list(undo(ImportRun.objects.latest("pk").pk))
    undone()
    assert not BlogPage.objects.exists()


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("kind", MODELS)
def test_what_was_edited_here_stays(kind, admin_user):
    target = MODELS[kind].objects.exclude(pk=admin_user.pk).get()
    log(target, "wagtail.edit", user=admin_user)
    lines = undone()
    assert MODELS[kind].objects.filter(pk=target.pk).exists()
    assert any(line.startswith("Left: ") and "edited here" in line for line in lines)


def use_category(own):
    own.categories.add(Category.objects.get())


def use_category_above_another(own):
    Category.objects.create(name="Ours", slug="ours", parent=Category.objects.get())


def use_tag(own):
    own.tags.add("Knee")


def use_tag_for_a_picture(own):
    data = ContentFile(png("blue"), name="blue.png")
    CustomImage.objects.create(title="Ours", file=data).tags.add("Knee")


def use_author(own):
    own.article_authors.create(person=Person.objects.get(slug="ann"))


def use_author_as_reviewer(own):
    own.reviewed_by = Person.objects.get(slug="ann")


def use_user_as_owner(own):
    own.owner = get_user_model().objects.get()


def use_image(own):
    own.cover = CustomImage.objects.get()


def use_document(own):
    document = get_document_model().objects.get()
    text = f'<p><a linktype="document" id="{document.pk}">Plan</a></p>'
    own.body = [("paragraph", text)]


@pytest.mark.parametrize(
    ("kind", "use"),
    [
        ("category", use_category),
        ("category", use_category_above_another),
        ("post_tag", use_tag),
        ("post_tag", use_tag_for_a_picture),
        ("author", use_author),
        ("author", use_author_as_reviewer),
        ("user", use_user_as_owner),
        ("image", use_image),
        ("document", use_document),
    ],
)
def test_what_is_used_here_stays(own, kind, use):
    target = MODELS[kind].objects.earliest("pk")
    if kind == "author":
        target = Person.objects.get(slug="ann")
    use(own)
    own.save()
    lines = undone()
    assert MODELS[kind].objects.filter(pk=target.pk).exists()
    assert any(line.endswith("it is in use") for line in lines)


@pytest.mark.usefixtures("imported")
def test_picture_that_was_moved_stays():
    root = Collection.get_first_root_node()
    CustomImage.objects.update(collection=root.add_child(name="Ours"))
    undone()
    assert CustomImage.objects.exists() and not get_document_model().objects.exists()


@pytest.mark.usefixtures("imported")
def test_account_that_was_activated_stays():
    get_user_model().objects.update(is_active=True)
    undone()
    assert get_user_model().objects.exists()


@pytest.mark.parametrize("is_answered", [True, False])
def test_note_with_a_reply_of_an_editor_stays(write, admin_user, is_answered):
    run(write(item(1)))
    notes = comment(8, type="note") + comment(9, type="note", parent=8)
    run(write(item(1, extra=notes)), keep_notes=True)
    if is_answered:
        note = Note.objects.get()
        CommentReply.objects.create(comment=note, user=admin_user, text="Done.")
    list(undo(ImportRun.objects.latest("pk").pk))
    assert Note.objects.exists() == is_answered
    assert CommentReply.objects.count() == (2 if is_answered else 0)
