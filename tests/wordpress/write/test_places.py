"""Where pages go: services, types of plugins, languages, the front page."""

import pytest

from wagtail.models import Locale

from blog.models import BlogPage
from blog.wordpress.models import ImportedItem
from boulder_therapeutics.core.models import StandardPage
from services.models import ServicePage
from tests.wordpress.conftest import attachment, item, outcomes, run

pytestmark = pytest.mark.usefixtures("blog_index")

SERVICE = """<p>We treat <b>knees</b>.</p><h2>How</h2><p>Slowly.</p>
<img class="wp-image-5" src="k.png"><table><tr><th>Visit</th></tr><tr><td>Long</td></tr>
</table><blockquote>Great!<cite>Ann</cite></blockquote>"""


def page(number, path, parent=0, content="", **fields):
    link = f"https://old.example{path}"
    values = {"wp__post_type": "page", "wp__post_parent": parent, "link": link}
    return item(
        number, content, **values | {"wp__post_name": path.split("/")[-2]} | fields
    )


@pytest.fixture
def spanish(home, blog_index):
    """The home page of a Spanish part of the site, which has no blog yet."""
    locale = Locale.objects.create(language_code="es")
    translated = home.copy_for_translation(locale)
    translated.save_revision().publish()
    return translated


def in_language(code, group="pll_1"):
    term = '<category domain="{}" nicename="{}"><![CDATA[x]]></category>'
    return term.format("language", code) + term.format("post_translations", group)


def test_pages_below_the_services_become_services(write, client, uploads):
    pages = [
        page(1, "/what-we-do/", title="What we do"),
        page(2, "/what-we-do/knees/", parent=1, content=SERVICE),
        page(3, "/what-we-do/knees/old/", parent=2),
        page(4, "/?page_id=4&x=/", parent=1, wp__status="draft", wp__post_name="d"),
    ]
    job = run(
        write(*pages, attachment()), media_dir=str(uploads), services="/what-we-do/"
    )
    assert job.tally.failed == 0
    slugs = ServicePage.objects.values_list("slug", flat=True)
    assert sorted(slugs) == ["d", "knees", "old"]
    response = client.get("/what-we-do/knees/", follow=True)
    text = response.content.decode()
    assert response.status_code == 200
    assert all(word in text for word in ("Slowly", "Great!", "Ann", "Long", "<picture"))


def test_old_services_at_the_path_of_ours_become_services_by_themselves(
    write, service_index
):
    pages = [page(1, "/services/"), page(2, "/services/knees/", parent=1)]
    run(write(*pages))
    assert ServicePage.objects.get().get_parent().specific == service_index
    assert StandardPage.objects.get().slug == "services-2"


def test_imported_service_can_be_edited_and_published(write, service_index):
    run(write(page(2, "/services/knees/", content=SERVICE)))
    service = ServicePage.objects.get()
    service.latest_revision.as_object().save_revision().publish()
    assert "Slowly" in ServicePage.objects.get().treatment


def test_type_of_a_plugin_is_imported_as_the_map_says(write, client):
    staff = [item(n, title=f"Dr. {n}", wp__post_type="staff") for n in (1, 2)]
    link = '<a href="https://old.example/?p=1">Dr. 1</a>\n\nb'
    export = write(*staff, item(3, link), item(4, wp__post_type="quote"))
    job = run(export, mapping={"staff": "page"})
    assert outcomes(job) == {"imported": 3, "skipped": 1}
    assert StandardPage.objects.count() == 2
    assert client.get("/?p=1").headers["Location"] == "/post-1/"
    assert 'linktype="page"' in str(BlogPage.objects.get().body.raw_data[0])
    again = outcomes(run(export, mapping={"staff": "page"}))
    assert again == {"unchanged": 3, "skipped": 1}


def test_sticky_post_is_pinned(write):
    run(write(item(1, wp__is_sticky=1), item(2)))
    assert BlogPage.objects.get(pinned=True).title == "Post 1"


def test_featured_image_of_a_page_comes_first(write, uploads):
    meta = [("_thumbnail_id", 5)]
    export = write(page(1, "/about-us/", meta=meta), attachment())
    run(export, media_dir=str(uploads))
    assert StandardPage.objects.get().body[0].block_type == "figure"


def test_posts_go_to_the_part_of_their_language(write, spanish, client):
    posts = [
        item(1, extra=in_language("en")),
        item(2, title="Rodilla", extra=in_language("es")),
    ]
    pages = [page(3, "/es/acerca/", extra=in_language("es", "pll_2"))]
    run(write(*posts, *pages))
    english, spanish_article = BlogPage.objects.order_by("title")
    assert (english.url, spanish_article.url) == ("/blog/post-1/", "/es/blog/post-2/")
    assert english.translation_key == spanish_article.translation_key
    assert StandardPage.objects.get().get_parent().specific == spanish
    assert client.get("/2020/03/post-2/").headers["Location"] == "/es/blog/post-2/"


def test_site_in_another_language_goes_to_that_part(write, spanish):
    run(write(item(1), head="<language>es-MX</language>"))
    assert BlogPage.objects.get().url.startswith("/es/blog/")


def test_unknown_language_is_reported(write):
    job = run(write(item(1, extra=in_language("fr"))))
    assert BlogPage.objects.get().url == "/blog/post-1/"
    assert "language" in [note["kind"] for note in job.tally.notes]


def test_two_posts_that_claim_to_be_the_same_translation_are_both_imported(write):
    posts = [item(n, extra=in_language("en")) for n in (1, 2)]
    assert outcomes(run(write(*posts))) == {"imported": 2}


def test_old_url_that_is_the_new_one_is_not_redirected_to_itself(
    write, spanish, client
):
    link = "https://old.example/es/blog/post-1/"
    run(write(item(1, link=link, extra=in_language("es"))))
    page = BlogPage.objects.get()
    assert client.get(page.url).status_code == 200
    page.unpublish()
    assert client.get(page.url).status_code == 404


def test_no_language_is_lost_when_imported_again(write, spanish):
    export = write(item(1, extra=in_language("es")))
    run(export)
    assert outcomes(run(export)) == {"unchanged": 1}
    assert ImportedItem.objects.pages().count() == 1


@pytest.mark.parametrize(
    ("slug", "new"),
    [
        *[("es", "page-es"), ("en", "page-en"), ("es-mx", "page-es-mx")],
        *[("es-posible-caminar", "page-es-posible-caminar"), ("en-casa", "en-casa")],
        *[("admin", "page-admin"), ("search", "page-search"), ("media", "page-media")],
        *[("documents", "documents"), ("feed", "feed"), ("comments", "comments")],
    ],
)
@pytest.mark.usefixtures("spanish")
def test_page_with_the_name_of_a_language_or_route_can_be_opened(
    write, client, slug, new
):
    job = run(write(page(1, f"/{slug}/"), page(2, f"/{slug}/press/", parent=1)))
    above, below = StandardPage.objects.order_by("path")
    assert (above.url, below.url) == (f"/{new}/", f"/{new}/press/")
    assert [client.get(p.url).status_code for p in (above, below)] == [200, 200]
    response = client.get(f"/{slug}/press/", follow=True)
    assert response.request["PATH_INFO"] == below.url or slug == "admin"
    notes = [note["text"] for note in job.tally.notes if note["kind"] == "URL"]
    assert (f"its URL ends in {new}, as {slug} is taken" in notes) is (slug != new)


def test_old_url_of_a_page_with_the_name_of_a_language_leads_to_it(write, client):
    run(write(page(1, "/es-posible-caminar/")))
    response = client.get("/es-posible-caminar/")
    assert response.status_code == 301
    assert response.headers["Location"] == "/page-es-posible-caminar/"


def test_page_with_the_name_of_a_route_can_be_opened_in_spanish(write, spanish, client):
    run(write(page(1, "/es/search/", extra=in_language("es"))))
    assert StandardPage.objects.get().url == "/es/page-search/"
    assert client.get("/es/page-search/").status_code == 200


@pytest.mark.parametrize("slug", ["feed", "2019"])
def test_article_with_the_name_of_a_route_can_be_opened(write, client, slug):
    run(write(item(1, wp__post_name=slug)))
    assert BlogPage.objects.get().url == f"/blog/post-{slug}/"
    assert client.get(f"/blog/post-{slug}/").status_code == 200


def test_pages_below_one_that_cannot_be_opened_are_imported(write, home):
    home.add_child(instance=StandardPage(title="Media", slug="media"))
    run(write(page(1, "/press/")), parent="/media/")
    assert StandardPage.objects.get(slug__endswith="press").depth == home.depth + 2
