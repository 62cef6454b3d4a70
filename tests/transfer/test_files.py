"""What is in an export besides the rows: WXR, Markdown, media, checksums."""

import shutil
import subprocess

from wagtail.models import Locale, Page, Site

from blog.models import BlogPage
from blog.wordpress.engine.runs import finish, start
from blog.wordpress.options import Options
from blog.wordpress.read.files import Export
from blog.wordpress.read.parser import read_items
from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.transfer.export.render import Renderer
from boulder_therapeutics.transfer.export.write import export_site
from boulder_therapeutics.transfer.restore.read import import_site
from tests.factories import BlogIndexPageFactory, BlogPageFactory, StandardPageFactory

from .conftest import FUTURE, filled_site, rolled_back


def import_wordpress(folder):
    """Import the WXR of an export, with its media if there are any."""
    export, media = Export([folder / "wordpress.xml"]), folder / "media"
    job = start(export, Options(media_dir=str(media) if media.exists() else ""))
    job.execute()
    finish(job)


def describe(row):
    """Return what must be the same after a journey through WordPress."""
    article = row if row.live else row.get_latest_revision_as_object()
    return {
        "title": article.title,
        "date": to_second(article.date),
        "introduction": article.introduction,
        "words": Renderer().render(article).content.get_text(" ").split(),
        "live": row.live,
        "scheduled": bool(row.scheduled_revision),
        "authors": [person.name for person in article.authors],
        "categories": sorted(article.categories.values_list("slug", "parent__slug")),
        "tags": sorted(tag.name for tag in article.tags.all()),
        "cover": article.cover and article.cover.title,
        "comments": [
            (
                comment.name,
                comment.text,
                comment.status,
                to_second(comment.created),
                comment.is_visible,
                comment.parent and comment.parent.text,
            )
            for comment in row.comments.order_by("created", "pk")
        ],
    }


def to_second(moment):
    return moment and moment.replace(microsecond=0)


def describe_all():
    articles = BlogPage.objects.select_related("locale")
    return {(a.locale.language_code, a.slug): describe(a) for a in articles}


def test_wordpress_file_brings_the_same_articles_and_comments(db, tmp_path):
    with filled_site():
        before = describe_all()
        export_site(tmp_path / "export")
    BlogIndexPageFactory(parent=Site.objects.get().root_page)
    import_wordpress(tmp_path / "export")
    after = describe_all()
    assert len(after) == 3
    assert after == before
    assert CustomImage.objects.filter(title="Knee").count() == 1


def test_wordpress_file_brings_spanish_articles_to_the_spanish_part(db, tmp_path):
    with filled_site() as article:
        make_spanish_blog(article)
        before = describe_all()
        export_site(tmp_path / "export")
    home = Site.objects.get().root_page
    BlogIndexPageFactory(parent=home)
    spanish = home.specific.copy_for_translation(
        Locale.objects.create(language_code="es")
    )
    spanish.save_revision().publish()
    import_wordpress(tmp_path / "export")
    english, translated = BlogPage.objects.filter(slug="knees").order_by("locale")
    assert translated.url == "/es/blog/knees/"
    assert translated.translation_key == english.translation_key
    assert describe_all() == before


def make_spanish_blog(article):
    """Translate the blog and an article."""
    spanish = Locale.objects.get(language_code="es")
    index = article.get_parent().specific.copy_for_translation(spanish)
    index.save_revision().publish()
    translated = article.copy_for_translation(spanish)
    translated.title, translated.date = "Rodillas", article.date
    translated.save_revision().publish()


def test_wordpress_file_says_who_must_not_see_what(folder):
    items = read_items(Export([folder / "wordpress.xml"]))
    by_slug = {item.get("wp:post_name"): item for item in items}
    statuses = {slug: item.status for slug, item in by_slug.items()}
    assert (statuses["knees"], statuses["later"]) == ("publish", "future")
    assert statuses["draft"] == statuses["unready"] == "draft"
    assert by_slug["secret"].get("wp:post_password") == "word"
    assert by_slug["knees"].get("title") == "Knees & “hips”"


def test_wordpress_file_schedules_what_was_approved_for_its_date(db, tmp_path):
    with rolled_back():
        home = Site.objects.get().root_page
        pages = [
            BlogPageFactory(parent=BlogIndexPageFactory(parent=home), slug="post"),
            StandardPageFactory(parent=home, slug="page"),
        ]
        for page in pages:
            page.live, page.go_live_at, page.title = False, FUTURE, "Approved"
            page.save()
            page.save_revision().publish()
            page.title = "Not approved"
            page.save_revision()
        export_site(tmp_path / "export")
    BlogIndexPageFactory(parent=Site.objects.get().root_page)
    import_wordpress(tmp_path / "export")
    for page in Page.objects.filter(slug__in=["post", "page"]):
        revision = page.scheduled_revision
        assert not page.live and revision.object_str == "Approved"
        assert revision.approved_go_live_at == to_second(FUTURE)


def test_wordpress_file_names_the_originals_of_images(folder):
    text = (folder / "wordpress.xml").read_text()
    assert "http://testserver/media/original_images/" in text
    assert "/media/renditions/" not in text


def test_public_pages_are_there_as_markdown(folder):
    folder = folder / "markdown"
    text = (folder / "blog/knees/index.md").read_text()
    assert text.startswith('---\ntitle: "Knees & “hips”"\n')
    assert "\n# Knees" in text
    assert "![My knee](../../../media/original_images/" in text
    assert "[knees](" not in text
    assert (folder / "es/index.md").exists()
    names = [path.parent.name for path in folder.rglob("*.md")]
    assert not {"secret", "later", "draft", "unready"} & set(names)


def test_images_of_markdown_are_in_the_export(folder):
    path = folder / "markdown/blog/knees/index.md"
    link = path.read_text().partition("![My knee](")[2].partition(")")[0]
    assert (path.parent / link).resolve().is_file()


def test_checksums_are_those_of_sha256sum(folder):
    program = shutil.which("sha256sum")
    command = [program, "--check", "--quiet", "checksums.txt"]
    subprocess.run(command, cwd=folder, check=True)


def test_missing_original_is_reported_and_may_be_missing(db, tmp_path):
    with filled_site():
        image = CustomImage.objects.get(title="Tagged")
        image.file.storage.delete(image.file.name)
        manifest = export_site(tmp_path / "export")
    assert manifest["missing_media"] == [image.file.name]
    import_site(tmp_path / "export")
    assert CustomImage.objects.filter(title="Tagged").exists()
