"""Exports that break importers: words lost, secrets told, wrong addresses and sums."""

import unicodedata

import pytest

from django.contrib.auth import get_user_model

from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection

from blog.models import BlogPage, Category
from blog.wordpress.engine.undo import undo
from blog.wordpress.models import ImportRun
from boulder_therapeutics.core.models import Person, StandardPage
from boulder_therapeutics.images.models import CustomImage
from tests.factories import CategoryFactory, StandardPageFactory, UserFactory
from tests.html import parse
from tests.wordpress.conftest import (
    attachment,
    comment,
    item,
    outcomes,
    png,
    run,
)

pytestmark = pytest.mark.usefixtures("blog_index")


def arrive(client, path):
    """Return where an old URL leads, after one redirect to a page that is there."""
    response = client.get(path)
    assert response.status_code == 301, path
    target = response.headers["Location"]
    assert target.startswith("/media/") or client.get(target).status_code == 200
    return target


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Ice it [post-run] for long.\n\nb", "[post-run]"),
        ("Ice it [as_needed] now.\n\nb", "[as_needed]"),
        ('[toggle title="Does it hurt?"]No.[/toggle]\n\nb', "Does it hurt?"),
        ('[fancy_button text="Book now" url="https://x.example/"]\n\nb', "Book now"),
        ('[vc_heading text="Our rooms"]\n\nb', "Our rooms"),
        ("<form><label>Your knee</label><select><option>Left</option>", "Left"),
        ("<noscript>Call us</noscript><p>a</p><p>b</p>", "a"),
        ("<textarea>Typed words</textarea>\n\nb", "Typed words"),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>\n\nb", "Meaning"),
        ("<p>a<p>b<table><td>Lonely cell\n\nb", "Lonely cell"),
        ("<!-- wp:acme/faq --><div>Asked</div>\n\nb", "Asked"),
        ("[caption]No picture, only words[/caption]\n\nb", "only words"),
        ('<iframe src="https://[x"></iframe>Seen\n\nb', "Seen"),
        ('<a href="https://[x">Seen</a><img src="//[x">\n\nb', "Seen"),
        ("<iframe src='//x'><![odd[</iframe>Seen\n\nb", "Seen"),
        ("<ruby>Knee<rt>ni</rt></ruby>\n\nb", "ni"),
    ],
)
def test_visible_words_stay(write, client, content, words):
    run(write(item(1, content)))
    assert words in client.get("/blog/post-1/").content.decode()


def shortcode(text):
    return f"<!-- wp:shortcode -->{text}<!-- /wp:shortcode -->\n\n"


PARAGRAPH = "<!-- wp:paragraph --><p>Zebra</p><!-- /wp:paragraph -->\n\n"


@pytest.mark.parametrize(
    "content",
    [
        "[members_only]Zebra[/members_only]",
        "[restrict userlevel='1']\nZebra\n\nmore Zebra[/restrict]",
        "[s2If is_user_logged_in()]Zebra[/s2If]",
        "[groups_member group='a']Zebra[/groups_member]",
        "[swpm_protected for='2']Zebra[/swpm_protected]",
        "[membersonly]Zebra[/membersonly]",
        "[patients-only]Zebra[/patients-only]",
        "[members]a <code>Zebra</code> <pre>Zebra</pre> Zebra[/members]",
        "[members]a <style>b</style> Zebra <script>c</script>[/members]",
        "[members][members]Zebra[/members] Zebra[/members]",
        "[sic it's [members]Zebra[/members] it's]",
        "[members]Zebra",
        "[pmpro_member level='1']Zebra",
        shortcode("[pmpro_member]") + PARAGRAPH + shortcode("[/pmpro_member]"),
        shortcode("[members_only]") + PARAGRAPH + shortcode("[/members_only]"),
        shortcode('[restrict paid="true"]') + PARAGRAPH + shortcode("[/restrict]"),
        shortcode("[members]") + PARAGRAPH,
        f"<!-- wp:pmpro/membership -->{PARAGRAPH}<!-- /wp:pmpro/membership -->",
        "<!-- wp:premium-content/subscriber-view --><div><!-- wp:group -->"
        f"<div>{PARAGRAPH}</div><!-- /wp:group --></div>"
        "<!-- /wp:premium-content/subscriber-view -->",
        f'<!-- wp:a/x {{"showTo":"logged_in"}} -->{PARAGRAPH}<!-- /wp:a/x -->',
        f"<!-- wp:jetpack/paywall /-->{PARAGRAPH}",
        '<!-- wp:group {"metadata":{"blockVisibility":false}} --><div>'
        f"<!-- wp:group -->{PARAGRAPH}<!-- /wp:group -->{PARAGRAPH}</div>"
        "<!-- /wp:group -->",
    ],
)
def test_words_for_members_stay_hidden(write, client, content):
    job = run(write(item(1, f"Open.\n\n<!-- Zebra -->{content}\n\nb")))
    check_hidden(client)
    kind = "for members only, left out"
    assert any("Zebra" in n["text"] for n in job.tally.notes if n["kind"] == kind)


@pytest.mark.parametrize(
    "content",
    [
        "Open.\n\n<!-- Zebra -->\n\nb",
        "Open.\n\n<!-- Zebra\n\nZebra [embed]x[/embed] -->\n\nb",
        "Open.\n\n<script>var Zebra</script><style>Zebra{}</style>\n\nb",
    ],
)
def test_hidden_words_stay_hidden(write, client, content):
    job = run(write(item(1, content)))
    check_hidden(client)
    assert not any("Zebra" in note["text"] for note in job.tally.notes)


def check_hidden(client):
    for path in ["/blog/post-1/", "/blog/", "/blog/feed/", "/blog/post-1/index.md"]:
        html = client.get(path).content.decode()
        assert "Open." in html and "Zebra" not in html


@pytest.mark.parametrize(
    "content",
    [
        "[pmpro_levels]\n\nZebra",
        "[pmpro_member field='name']\n\nZebra",
        "The [members] area\n\nZebra",
        "[Access] By bus\n\nZebra",
        "[[members]]\n\nZebra",
        "<code>[members]</code>\n\nZebra",
        "[members]a[/members] Zebra",
        "<!-- wp:acme/team-member --><div>Zebra</div><!-- /wp:acme/team-member -->",
        "<!-- wp:pmpro/login-form /-->" + PARAGRAPH,
        "<!-- wp:premium-content/logged-out-view --><div>Zebra</div>"
        "<!-- /wp:premium-content/logged-out-view -->",
        '<!-- wp:group {"metadata":{"blockVisibility":{"viewport":{"mobile":false}}}}'
        f" -->{PARAGRAPH}<!-- /wp:group -->",
    ],
)
def test_words_that_only_look_as_if_for_members_stay(write, client, content):
    run(write(item(1, f"Open.\n\n{content}")))
    assert "Zebra" in client.get("/blog/post-1/").content.decode()


@pytest.mark.parametrize(
    ("key", "value", "is_public"),
    [
        ("_members_access_role", "subscriber", False),
        ("rcp_access_level", "2", False),
        ("rcp_access_level", "None", True),
        ("_jetpack_newsletter_access", "subscribers", False),
        ("_jetpack_newsletter_access", "everybody", True),
        ("um_content_restriction", 'a:1:{s:14:"_um_accessible";s:1:"0";}', True),
        ("um_content_restriction", 'a:1:{s:14:"_um_accessible";s:1:"2";}', False),
    ],
)
def test_what_was_for_members_is_not_public(write, client, key, value, is_public):
    run(write(item(1, meta=[(key, value)])))
    assert (client.get("/blog/post-1/").status_code == 200) == is_public


@pytest.mark.parametrize(
    "fields",
    [
        {"wp__status": "draft"},
        {"wp__status": "private"},
        {"wp__status": "trash"},
        {"wp__post_password": "secret"},
    ],
)
def test_what_is_no_longer_public_there_is_not_public_here(write, client, fields):
    run(write(item(1)))
    assert outcomes(run(write(item(1, **fields)))) == {"updated": 1}
    assert b"Text of post" not in client.get("/blog/post-1/", follow=True).content
    assert client.get("/2020/03/post-1/").status_code == 404
    assert not Redirect.objects.exists()
    run(write(item(1)))
    assert BlogPage.objects.get().live


@pytest.mark.parametrize("status", ["draft", "private"])
def test_file_of_a_hidden_post_cannot_be_found_by_its_number(
    write, uploads, client, status
):
    files = {"media_dir": str(uploads)}
    own = attachment(wp__post_parent=1)
    run(write(item(1, wp__status=status), own), **files)
    for path in [
        "/?attachment_id=5",
        "/knee-5/",
        "/wp-content/uploads/2020/03/knee.png",
    ]:
        assert client.get(path).status_code == 404
    run(write(item(1), own), **files)
    assert arrive(client, "/?attachment_id=5").startswith("/media/")


def test_file_in_the_trash_is_left_out(write, uploads):
    job = run(write(attachment(wp__status="trash")), media_dir=str(uploads))
    assert outcomes(job) == {"skipped": 1}
    assert not CustomImage.objects.exists()


def test_page_below_one_with_a_password_is_reported(write):
    pages = [
        item(1, wp__post_type="page", wp__post_password="secret"),
        item(2, wp__post_type="page", wp__post_parent=1),
    ]
    job = run(write(*pages))
    assert any("protected" in note["text"] for note in job.tally.notes)


def test_old_site_in_a_folder_redirects_from_there(write, uploads, client, tmp_path):
    export = write(
        item(1, link="https://old.example/wp/2020/03/post-1/"),
        attachment(link="https://old.example/wp/?attachment_id=5"),
    )
    (path,) = export.paths
    path.write_text(path.read_text().replace("old.example</wp", "old.example/wp</wp"))
    run(export, media_dir=str(uploads))
    assert arrive(client, "/wp/2020/03/post-1/") == "/blog/post-1/"
    assert arrive(client, "/2020/03/post-1/") == "/blog/post-1/"
    assert arrive(client, "/wp/?p=1") == "/blog/post-1/"
    assert arrive(client, "/wp/feed/") == "/blog/feed/"
    assert arrive(client, "/wp/") == "/"
    assert client.get("/wp/?p=99").status_code == 404
    upload = "/wp/wp-content/uploads/2020/03/knee-30x20.png"
    assert arrive(client, upload).startswith("/media/")


@pytest.mark.parametrize(
    "link",
    [
        "https://old.example/2020/%d0%ba%d0%be%d0%bb%d0%b5%d0%bd%d0%be/",
        "https://old.example/2020/%D0%BA%D0%BE%D0%BB%D0%B5%D0%BD%D0%BE/",
        "https://old.example/2020/колено/",
        "http://www.another-host.example/2020/колено",
    ],
)
def test_url_in_another_script_redirects(write, client, link):
    run(write(item(1, link=link)))
    for path in ["/2020/колено/", "/2020/%d0%ba%d0%be%d0%bb%d0%b5%d0%bd%d0%be"]:
        assert arrive(client, path) == "/blog/post-1/"


def test_url_of_today_counts_more_than_a_former_one(write, client):
    first = item(1, meta=[("_wp_old_slug", "post-2"), ("_wp_old_slug", "older")])
    run(write(first, item(2)))
    assert arrive(client, "/2020/03/post-2/") == "/blog/post-2/"
    assert arrive(client, "/2020/03/older/") == "/blog/post-1/"


def test_url_that_changed_since_the_last_export_redirects(write, client):
    run(write(item(1)))
    run(write(item(1, link="https://old.example/2020/03/renamed/")))
    assert arrive(client, "/2020/03/renamed/") == "/blog/post-1/"
    assert arrive(client, "/2020/03/post-1/") == "/blog/post-1/"


def test_posts_that_swapped_their_urls_make_no_circle(write, client):
    links = ["https://old.example/blog/post-2/", "https://old.example/blog/post-1/"]
    run(write(item(1, link=links[0]), item(2, link=links[1])))
    for number in (1, 2):
        assert client.get(f"/blog/post-{number}/").status_code == 200


def test_page_of_this_site_stays_where_it_is(write, client, home):
    StandardPageFactory(parent=home, slug="about", title="Ours")
    page = {"wp__post_type": "page", "wp__post_name": "about"}
    run(write(item(1, link="https://old.example/about/", **page)))
    assert b"Ours" in client.get("/about/").content
    assert arrive(client, "/?page_id=1") == "/about-2/"


def test_authors_with_similar_logins_stay_two_people(write):
    head = ""
    for login, name in [("ann.b", "Ann Boe"), ("ann-b", "Anna Bell")]:
        head += f"<wp:author><wp:author_login>{login}</wp:author_login>"
        head += f"<wp:author_display_name>{name}</wp:author_display_name></wp:author>"
    posts = [item(1, dc__creator="ann.b"), item(2, dc__creator="ann-b")]
    export = write(*posts, head=head)
    run(export)
    assert {p.authors[0].name for p in BlogPage.objects.all()} == {
        *("Ann Boe", "Anna Bell")
    }
    run(write(*posts, item(3, dc__creator="ann-b"), head=head))
    assert Person.objects.count() == 2


def test_categories_with_long_slugs_stay_apart(write, client):
    slugs = [f"{'very-long-' * 8}{letter}" for letter in "ab"]
    term = '<category domain="category" nicename="{0}">Name {0}</category>'
    run(write(*(item(n, extra=term.format(s)) for n, s in enumerate(slugs, 1))))
    assert Category.objects.count() == 2
    for slug in slugs:
        arrive(client, f"/category/{slug}/")


def test_category_in_another_script_redirects(write, client):
    term = '<category domain="{}" nicename="%d0%ba%d0%be">Ко</category>'
    run(write(item(1, extra=term.format("category") + term.format("post_tag"))))
    assert arrive(client, "/category/ко/").startswith("/blog/category/term-")
    assert arrive(client, "/tag/ко/").startswith("/blog/tag/term-")


def test_undo_leaves_what_was_here_before(write, uploads):
    CategoryFactory(name="News", slug="news")
    Tag.objects.create(name="Knee", slug="knee")
    Person.objects.create(name="Ann", slug="ann")
    run(write(attachment(), name="earlier.xml"), media_dir=str(uploads))
    ImportRun.objects.all().delete()
    CustomImage.objects.update(collection=Collection.get_first_root_node())
    terms = '<category domain="category" nicename="news">News</category>'
    terms += '<category domain="post_tag" nicename="knee">Knee</category>'
    run(write(item(1, extra=terms), attachment()), media_dir=str(uploads))
    assert CustomImage.objects.count() == 1
    list(undo(ImportRun.objects.get().pk))
    assert Category.objects.exists() and Tag.objects.exists()
    assert Person.objects.exists() and CustomImage.objects.exists()
    assert not BlogPage.objects.exists()


def test_number_of_a_category_that_was_here_before_redirects(write, client):
    CategoryFactory(name="News", slug="news")
    head = "<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>news"
    head += "</wp:category_nicename><wp:cat_name>News</wp:cat_name></wp:category>"
    term = '<category domain="category" nicename="news">News</category>'
    run(write(item(1, extra=term), head=head))
    assert arrive(client, "/?cat=4") == "/blog/category/news/"


def test_picture_of_another_month_is_not_taken_for_a_missing_one(write, uploads):
    other = attachment(name="2021/05/knee.png")
    assert outcomes(run(write(other), media_dir=str(uploads))) == {"skipped": 1}


def test_names_with_accents_are_found_in_archives_of_macs(write, uploads):
    name = "2020/03/genou-\u00e9.png"
    (uploads / unicodedata.normalize("NFD", name)).write_bytes(png())
    job = run(write(attachment(name=name)), media_dir=str(uploads))
    assert outcomes(job) == {"imported": 1}


def test_all_words_of_a_long_title_are_on_the_page(write, client):
    title = " ".join(f"word{n}" for n in range(80))
    run(write(item(1, title=title)))
    assert "word79" in client.get(BlogPage.objects.get().url).content.decode()


def test_link_of_an_image_is_kept(write, uploads, client):
    name = "/wp-content/uploads/2020/03/knee.png"
    figure = f'<figure><a href="{{}}"><img src="{name}"></a></figure>'
    old = ["https://shop.example/", "/2020/03/post-2/", name, "/no/", "tel:911"]
    items = [item(1, "\n\n".join(map(figure.format, old))), item(2), attachment()]
    job = run(write(*items), media_dir=str(uploads))
    page = BlogPage.objects.get(slug="post-1")
    figures = [block.value["link"] or "" for block in page.body]
    assert figures == ["https://shop.example/", "/blog/post-2/", "", "", ""]
    found = [n["text"] for n in job.tally.notes if n["kind"] == "link of an image"]
    assert found == ["/no/", "tel:911"]
    link = parse(client.get(page.url)).find(".//a[@href='https://shop.example/']")
    assert link.find(".//img").get("alt") == "A knee"


def test_broken_urls_of_the_site_and_its_items_do_not_stop_an_import(write, uploads):
    broken = "https://[x"
    items = [item(1, link=broken, guid=broken), item(2, link="https://")]
    files = attachment(
        wp__attachment_url=f"{broken}/wp-content/uploads/2020/03/knee.png"
    )
    export = write(*items, files)
    (path,) = export.paths
    path.write_text(
        path.read_text().replace("https://old.example</wp", f"{broken}</wp")
    )
    job = run(export, media_dir=str(uploads))
    assert outcomes(job) == {"imported": 3}


def test_sums_add_up_whatever_is_wrong(write):
    items = [
        item(1, extra=comment(1) + comment(1) + comment(2, type="note")),
        item(1, extra=comment(1) + comment(1) + comment(2, type="note")),
        item(1, "Other.\n\nText.", extra=comment(1)),
        item(0, wp__post_type=""),
        item(2, wp__post_type="page", extra=comment(3) + comment(4, type="pingback")),
        item(3, wp__status="trash", extra=comment(5)),
        item(4, wp__post_type="staff", extra=comment(6)),
        attachment(6, extra=comment(7)),
        item("x", wp__status="", wp__post_name="", title="", extra=comment("y")),
    ]
    job = run(write(*items))
    scanned, tally = job.scan, job.tally
    assert sum(outcomes(job).values()) == scanned.item_total == 9
    assert sum(outcomes(job, "comments").values()) == scanned.comment_total == 13
    assert tally.failed == 0
    again = run(write(*items))
    assert sum(outcomes(again).values()) == 9
    assert not outcomes(again).keys() & {"imported", "updated", "failed"}


@pytest.mark.parametrize("path", ["/", "/blog/", "/services/"])
@pytest.mark.usefixtures("service_index")
def test_empty_page_becomes_the_one_of_this_site_at_its_url(write, client, path):
    link = f"https://old.example{path}"
    empty = item(9, "<!-- wp:query /-->", link=link, wp__post_type="page")
    job = run(write(item(1), empty))
    assert outcomes(job) == {"imported": 1, "skipped": 1}
    assert b"Post 1" in client.get("/blog/").content
    assert arrive(client, "/?page_id=9") == path
    assert not StandardPage.objects.exists()
    assert outcomes(run(write(item(1), empty))) == {"unchanged": 1, "skipped": 1}
    list(undo(ImportRun.objects.get().pk))
    assert client.get(path).status_code == 200


ANN = "<wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>"
ANN += "Ann B.</wp:author_display_name></wp:author>"


def test_accounts_of_authors_cannot_log_in_and_have_no_rights(write):
    run(write(item(1), head=ANN))
    assert BlogPage.objects.get().owner is None
    User = get_user_model()
    job = run(write(item(2), head=ANN), create_users=True)
    user = BlogPage.objects.get(slug="post-2").owner
    assert (user.username, user.get_full_name()) == ("ann", "Ann B.")
    assert not (user.is_active or user.is_staff or user.has_usable_password())
    assert job.tally.extra["users"] == 1
    run(write(item(3), head=ANN), create_users=True)
    assert User.objects.filter(username="ann").count() == 1
    undo(job.run.run.pk)
    assert User.objects.filter(username="ann").exists() is False


def test_account_of_somebody_here_is_not_given_to_an_author(write):
    UserFactory(username="ann")
    job = run(write(item(1), head=ANN), create_users=True)
    assert BlogPage.objects.get().owner is None
    assert ("author", "“ann” is the name of an account here") in {
        (note["kind"], note["text"]) for note in job.tally.notes
    }
