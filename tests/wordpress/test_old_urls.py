"""Old URLs: one redirect, straight to a page that is there."""

import pytest

from wagtail.models import Locale, Site

from blog.models import BlogIndexPage
from boulder_therapeutics.images.models import CustomImage
from tests.factories import BlogIndexPageFactory
from tests.wordpress.conftest import (
    attachment,
    comment,
    item,
    run,
    target,
    write_export,
    write_uploads,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("imported")]
CATEGORY = '<category domain="category" nicename="news">News</category>'
TAG = '<category domain="post_tag" nicename="knee">Knee</category>'


@pytest.fixture(scope="module")
def imported(module_db, tmp_path_factory):
    """An import of an article, a page and a picture."""
    BlogIndexPageFactory(parent=Site.objects.get().root_page.specific)
    folder = tmp_path_factory.mktemp("old-site")
    pages = [item(9, wp__post_type="page", link="https://old.example/about-us/")]
    head = "<wp:author><wp:author_id>3</wp:author_id>"
    head += "<wp:author_login>ann</wp:author_login></wp:author><wp:category>"
    head += (
        "<wp:term_id>4</wp:term_id><wp:category_nicename>news</wp:category_nicename>"
    )
    head += "<wp:cat_name>News</wp:cat_name></wp:category>"
    post = item(
        1, extra=comment(7) + CATEGORY + TAG, meta=[("_wp_old_slug", "old-name")]
    )
    export = write_export(folder, post, attachment(), *pages, head=head)
    run(export, media_dir=str(write_uploads(folder)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/2020/03/post-1/", "/blog/post-1/"),
        ("/2020/03/post-1", "/blog/post-1/"),
        ("/2020/03/old-name/", "/blog/post-1/"),
        ("/2020/03/post-1/2/", "/blog/post-1/"),
        ("/2020/03/post-1/amp/", "/blog/post-1/"),
        ("/2020/03/post-1/comment-page-1/", "/blog/post-1/"),
        ("/2020/03/04/post-1/", "/blog/post-1/"),
        ("/?p=1", "/blog/post-1/"),
        ("/?page_id=9", "/post-9/"),
        ("/about-us/", "/post-9/"),
        ("/feed/", "/blog/feed/"),
        ("/feed/atom/", "/blog/feed/"),
        ("/?feed=rss2", "/blog/feed/"),
        ("/comments/feed/", "/blog/comments/feed/"),
        ("/category/news/", "/blog/category/news/"),
        ("/category/parent/news/", "/blog/category/news/"),
        ("/category/news/page/2/", "/blog/category/news/"),
        ("/category/news/feed/", "/blog/category/news/feed/"),
        ("/?cat=4", "/blog/category/news/"),
        ("/tag/knee/", "/blog/tag/knee/"),
        ("/?tag=knee", "/blog/tag/knee/"),
        ("/author/ann/", "/blog/author/ann/"),
        ("/?author=3", "/blog/author/ann/"),
        ("/page/2/", "/blog/"),
        ("/2020/", "/blog/2020/"),
        ("/2020/03/", "/blog/2020/03/"),
        ("/2020/03/04/", "/blog/2020/03/"),
        ("/2020/03/04/page/2/", "/blog/2020/03/"),
        ("/2020/03/04/feed/", "/blog/2020/03/"),
        ("/2020/03/feed/rss2/", "/blog/2020/03/"),
        ("/about-us/feed/", "/post-9/"),
        ("/sitemap_index.xml", "/sitemap.xml"),
        ("/wp-sitemap.xml", "/sitemap.xml"),
    ],
)
def test_old_url_leads_to_the_new_one(client, old, new):
    assert target(client, old) == new


@pytest.mark.parametrize("front", ["/archives", "/index.php", "/a/b"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/category/parent/news/", "/blog/category/news/"),
        ("/category/news", "/blog/category/news/"),
        ("/category/news/page/2/", "/blog/category/news/"),
        ("/category/news/feed/", "/blog/category/news/feed/"),
        ("/tag/knee/", "/blog/tag/knee/"),
        ("/author/ann/", "/blog/author/ann/"),
        ("/author/ann/page/3/", "/blog/author/ann/"),
        ("/author/ann/feed/atom/", "/blog/author/ann/feed/"),
        ("/date/2020/03/", "/blog/2020/03/"),
        ("/date/2020/03/page/2/", "/blog/2020/03/"),
    ],
)
def test_lists_below_the_front_of_a_permalink_lead_to_ours(client, front, old, new):
    assert target(client, front + old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/date/2020/", "/blog/2020/"),
        ("/date/2020/03/", "/blog/2020/03/"),
        ("/date/2020/03/04/", "/blog/2020/03/"),
        ("/date/2020/03/feed/", "/blog/2020/03/"),
        ("/archives/2020/03/", "/blog/2020/03/"),
        ("/blog/category/news/page/2/", "/blog/category/news/"),
        ("/archives/date/2020/", "/blog/2020/"),
        ("/index.php", "/"),
        ("/index.php/", "/"),
        ("/index.php?p=1", "/blog/post-1/"),
        ("/index.php/2020/03/", "/blog/2020/03/"),
        ("/index.php/2020/03/post-1/", "/blog/post-1/"),
        ("/index.php/about-us/", "/post-9/"),
        ("/index.php/post-9/", "/post-9/"),
        ("/index.php/feed/", "/blog/feed/"),
        ("/index.php/comments/feed/", "/blog/comments/feed/"),
        ("/index.php/page/2/", "/blog/"),
        ("/index.php/archives/category/news/", "/blog/category/news/"),
    ],
)
def test_other_schemes_of_permalinks_lead_to_the_same(client, old, new):
    assert target(client, old) == new


@pytest.mark.parametrize(
    "name",
    [
        *("sitemap_index", "sitemaps"),
        *("post-sitemap", "post-sitemap2", "page-sitemap", "category-sitemap"),
        *("post_tag-sitemap", "author-sitemap", "image-sitemap-1", "wp-sitemap"),
        *("wp-sitemap-posts-post-1", "wp-sitemap-taxonomies-post_tag-1"),
    ],
)
def test_sitemaps_of_plugins_lead_to_ours(client, name):
    assert target(client, f"/{name}.xml") == "/sitemap.xml"


def test_list_of_a_language_leads_to_that_of_the_blog_in_it(home, client):
    spanish = Locale.objects.create(language_code="es")
    for page in home, BlogIndexPage.objects.get():
        page.copy_for_translation(spanish).save_revision().publish()
    assert target(client, "/es/category/news/") == "/es/blog/category/news/"


@pytest.mark.parametrize(
    "path",
    [
        *("/archives/", "/archives/about-us/", "/archives/category/nothing/"),
        *("/archives/date/1999/", "/date/", "/date/2021/", "/index.php/nothing/"),
        *("/a/b/c/category/news/", "/category/tag/knee/", "/index.php?p=999"),
        *("/sitemap.txt", "/my.sitemap.xml", "/sitemap-other.xml"),
    ],
)
def test_what_no_permalink_was_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/wp-content/uploads/2020/03/knee.png",
        "/wp-content/uploads/2020/03/knee-300x200.png",
        "/wp-content/uploads/2020/03/knee-scaled.png",
        "/wp-content/uploads/2020/03/knee-e1234567890-150x150.png",
        "/wp-content/uploads/sites/2/2020/03/knee.png",
        "/knee-5/",
        "/?attachment_id=5",
    ],
)
def test_old_url_of_a_picture_leads_to_its_file(client, path):
    assert target(client, path) == CustomImage.objects.get().file.url


def test_old_feed_of_comments_leads_to_that_of_the_article(client):
    assert target(client, "/2020/03/post-1/feed/").endswith("/feed/")


@pytest.mark.parametrize(
    "path",
    [
        *["/?p=999", "/?p=7", "/2021/01/01/nothing/", "/category/nothing/"],
        *["/wp-content/uploads/nothing.png", "/1850/01/", "/2020/13/", "/x/feed/"],
        *["/2020/04/04/", "/2021/01/01/feed/", "/nothing/feed/"],
        "/?attachment_id=1000000000000000000000",
    ],
)
def test_what_was_never_there_is_not_found(client, path):
    expected = 200 if "00000000000000000000" in path else 404
    assert client.get(path).status_code in {expected, 404}


@pytest.mark.parametrize(
    "path", ["/wp-login.php", "/xmlrpc.php", "/wp-admin/", "/wp-json/wp/v2/users"]
)
def test_wordpress_itself_is_gone_without_a_query(
    client, django_assert_num_queries, path
):
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 410


def test_redirects_do_not_change_posting(client):
    assert client.post("/feed/").status_code in {403, 404, 405}
