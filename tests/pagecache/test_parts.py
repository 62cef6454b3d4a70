"""When an answer is made again, what has not changed is not."""

import datetime
import html
import json
import re

import pytest
import time_machine

from django.template import Context, Template
from django.utils import timezone

from wagtail.models import Site

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.core.templatetags.body_tags import Blocks
from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.pagecache import keep_part, limit, purge, purge_all, tag
from boulder_therapeutics.pagecache.cache import get_cache
from boulder_therapeutics.pagecache.tagging import Recording, record
from tests.factories import BlogPageFactory, CommentFactory, ImageFactory

ARTICLE = "/blog/article-c/"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def answer(reader):
    """Make an answer that shows `row-1`, and then a part that shows `row-2`."""
    made = []

    def make_part():
        tag("row-2")
        made.append(len(made) + 1)
        return f"part {made[-1]}"

    def make_answer(key="key", uses=None):
        with record(Recording(get_cache().current())) as recording:
            tag("row-1")
            return keep_part((reader, key), make_part, uses), recording.tags

    return make_answer


def test_part_is_kept_with_its_tags(answer):
    for _ in range(2):
        text, tags = answer()
        assert text == "part 1"
        assert {"row-1", "row-2"} <= tags


@pytest.mark.parametrize("changed", ["row-1", "row-2"])
def test_part_is_made_again_when_what_it_may_show_changes(answer, commit, changed):
    answer()
    with commit():
        purge(["row-3", changed])
    assert answer()[0] == "part 2"


def test_part_is_kept_when_something_else_changes(answer, commit):
    answer()
    with commit():
        purge(["row-3"])
    assert answer()[0] == "part 1"


@pytest.mark.parametrize(
    ("changed", "text"),
    [("row-1", "part 1"), ("row-2", "part 2"), ("row-4", "part 2")],
)
def test_part_that_says_what_it_uses_is_kept_longer(answer, commit, changed, text):
    answer(uses={"row-4"})
    with commit():
        purge([changed])
    made, tags = answer(uses={"row-4"})
    assert made == text
    assert {"row-1", "row-2", "row-4"} <= tags


def test_parts_are_told_apart(answer):
    assert answer("one")[0] != answer("other")[0]


def test_nothing_is_kept_of_what_is_no_answer(reader):
    texts = iter("ab")
    assert [keep_part("key", lambda: next(texts)) for _ in range(2)] == ["a", "b"]


def test_answer_is_right_as_long_as_its_parts(reader):
    later = timezone.now() + datetime.timedelta(hours=1)
    for _ in range(2):
        with record(Recording(get_cache().current())) as recording:
            keep_part((reader, "short"), lambda: limit(later) or "")
        assert recording.until == later.timestamp()


def test_part_is_right_as_long_as_what_it_may_use(reader):
    later = timezone.now() + datetime.timedelta(hours=1)
    for is_limited in [True, False]:
        with record(Recording(get_cache().current())) as recording:
            limit(later if is_limited else None)
            keep_part((reader, "late"), lambda: "")
        assert recording.until == later.timestamp()


def test_new_comment_costs_few_queries(
    reader, site, commit, django_assert_max_num_queries
):
    reader.get(ARTICLE)
    with commit():
        CommentFactory(page=site.c, text="Said just now.")
        purge([f"comments-{site.c.pk}"])
    with django_assert_max_num_queries(6):
        assert "Said just now." in reader.text(ARTICLE)


@pytest.fixture
def full_article(site):
    """An article with everything that one can show."""
    link = f'<p><a linktype="page" id="{site.a.pk}">There</a></p>'
    figure = {"image": ImageFactory(), "caption": "A knee."}
    site.c.body = [("paragraph", link), ("figure", figure)]
    site.c.tags.add("running")
    site.c.save()
    top = CommentFactory(page=site.c)
    CommentFactory(page=site.c, parent=top, root=top)
    return site.c


def test_edit_costs_few_queries(
    reader, full_article, commit, django_assert_max_num_queries
):
    reader.get(ARTICLE)
    with commit():
        full_article.title = "Another title"
        full_article.save()
    with django_assert_max_num_queries(2):
        html = reader.text(ARTICLE)
    assert "Another title" in html
    assert "A knee" in html


def test_blocks_that_are_not_edited_are_not_made_again(
    reader, full_article, commit, monkeypatch
):
    made = []
    render = Blocks.render
    monkeypatch.setattr(
        Blocks, "render", lambda *args: made.append(args[1]) or render(*args)
    )
    reader.get(ARTICLE)
    with commit():
        full_article.body[0] = ("paragraph", "<p>Said in other words.</p>")
        full_article.save()
    html = reader.text(ARTICLE)
    assert made == [0, 1, 0]
    assert html.index("Said in other words.") < html.index("A knee.")


def test_blocks_follow_what_they_refer_to(reader, site, commit):
    call = {"title": "Book", "text": "", "service": site.service}
    site.c.body = [("booking", call), ("booking", call | {"title": "Book now"})]
    with commit():
        site.c.save()
    assert reader.text(ARTICLE).count("service=knee-pain") >= 2
    with commit():
        site.service.slug = "sore-knees"
        site.service.save()
    html = reader.text(ARTICLE)
    assert "service=knee-pain" not in html
    assert html.count("service=sore-knees") >= 2


def test_blocks_follow_the_facts_of_the_clinic(reader, site, commit):
    clinic = ClinicSettings.load()
    site.c.body = [
        ("exercise", {"title": "Calf raise", "steps": ["Up."]}),
        ("booking", {"title": "Book", "text": "", "service": site.service}),
    ]
    for phone in ["303 555 0001", "303 555 0002"]:
        clinic.phone = phone
        with commit():
            clinic.save()
            site.c.save()
        assert re.findall(r"303 555 \d+", reader.text(ARTICLE)).count(phone) >= 2
    assert "303 555 0001" not in reader.text(ARTICLE)


def test_blocks_follow_the_address_of_their_page(reader, site, commit):
    exercise = {"title": "Calf raise", "steps": ["Up."]}
    site.c.body = [("exercise", exercise)]
    with commit():
        site.c.save()
    reader.get(ARTICLE)
    with commit():
        site.c.slug = "moved"
        site.c.save()
    assert "/blog/moved/</p>" in reader.text("/blog/moved/")


def test_article_whose_date_changes_takes_its_place_among_the_related(
    reader, site, blog_index, commit
):
    others = [
        BlogPageFactory(
            parent=blog_index, title=f"Other {number}", date=site.a.date - DAY * number
        )
        for number in range(1, 5)
    ]
    for article in [site.c, *others]:
        article.tags.add("running")
        article.save()
    with commit():
        purge_all()
    assert "Other 4</a>" not in reader.text(ARTICLE)
    with commit():
        others[3].date = site.a.date - DAY / 2
        others[3].save()
    html = reader.text(ARTICLE)
    assert "Other 4</a>" in html
    assert "Other 3</a>" not in html


def test_form_has_another_key_when_its_page_is_made_again(reader, site, commit):
    # Or what was thrown away could not be said again.
    keys = set()
    for _ in range(2):
        keys |= set(re.findall(r'name="key" value="([^"]+)"', reader.text(ARTICLE)))
        with commit():
            CommentFactory(page=site.c)
            purge([f"comments-{site.c.pk}"])
    assert len(keys) == 2


@pytest.mark.parametrize("side", [-1, 1])
def test_article_that_comes_between_is_the_next_or_previous(
    reader, site, blog_index, commit, side
):
    assert "Between" not in reader.text(ARTICLE)
    with commit():
        date = site.c.date + side * DAY / 2
        parent = type(blog_index).objects.get()
        between = BlogPageFactory(
            parent=parent, title="Between", slug="between", date=date
        )
    assert "Between" in reader.text(ARTICLE)
    with commit():
        between.delete()
    assert "Between" not in reader.text(ARTICLE)


@pytest.mark.parametrize("kind", ["tags", "services"])
def test_article_that_joins_a_subject_becomes_related(reader, site, commit, kind):
    site.c.tags.add("running")
    with commit():
        site.c.save()
    assert "Related" not in reader.text(ARTICLE)
    with commit():
        if kind == "tags":
            site.a.tags.add("running")
        else:
            site.a.services = [site.service]
        site.a.save()
    assert "Related" in reader.text(ARTICLE)


def test_link_leads_to_where_its_page_has_moved(reader, site, full_article, commit):
    assert 'href="/blog/article-a/">There' in reader.text(ARTICLE)
    with commit():
        site.a.slug = "elsewhere"
        site.a.save()
    assert 'href="/blog/elsewhere/">There' in reader.text(ARTICLE)


def test_replaced_picture_is_shown(reader, full_article, commit):
    assert "another" not in reader.text(ARTICLE)
    image = CustomImage.objects.get(pk=full_article.body[1].value["image"].pk)
    with commit():
        image.renditions.all().delete()
        image.file.save("another.png", image.file.file, save=False)
        image.save()
    assert "/images/another" in reader.text(ARTICLE)


def test_part_can_be_made_before_what_changes_more_often(reader, commit):
    made = []

    class Notes:
        """Something that is shown in a part, and says when it is looked at."""

        def earlier(self):
            made.append("earlier")
            return "<b>"

        def later(self):
            tag("row-3")
            return "later"

    shown = Template(
        "{% load part_tags %}{% part 'key' reader as end %}{{ notes.earlier }}"
        "{% endpart %}{{ notes.later }} {{ end }}"
    )
    for _ in range(2):
        with commit(), record(Recording(get_cache().current())):
            text = shown.render(Context({"notes": Notes(), "reader": id(reader)}))
            assert text == "later &lt;b&gt;"
            purge(["row-3"])
    assert made == ["earlier"]


def test_footer_is_made_again_before_the_hours_in_it_run_out(reader, site, commit):
    clinic = ClinicSettings.load()
    opens, closes = datetime.time(8), datetime.time(19)
    clinic.weekly_hours = [
        ("hours", {"day": str(day), "opens": opens, "closes": closes})
        for day in range(7)
    ]
    with commit():
        clinic.save()
    reader.get("/about/")
    later = timezone.now() + 5 * DAY
    with time_machine.travel(later):
        statuses = re.search(r'data-statuses="([^"]+)"', reader.text("/about/"))[1]
    assert json.loads(html.unescape(statuses))[-1][0] > later.timestamp()


def test_parts_are_told_apart_by_site(reader, site, commit, settings):
    settings.ALLOWED_HOSTS = ["*"]
    call = {"title": "Book", "text": "", "service": site.service}
    site.a.body = site.c.body = [("booking", call)]
    site.a.categories = site.c.categories.all()
    with commit():
        site.a.save()
        site.c.save()
        Site.objects.create(hostname="blog.example.org", root_page=site.blog)
    reader.client.get("/article-c/", headers={"host": "blog.example.org"})
    made = links_in(reader.text(ARTICLE))
    with commit():
        purge_all()
    assert made == links_in(reader.text(ARTICLE))


def links_in(text):
    """Return all addresses that a page leads to."""
    return re.findall(r'href="([^"]*)"', text)
