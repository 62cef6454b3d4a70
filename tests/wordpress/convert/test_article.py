"""Titles, slugs, states, lead paragraphs and what search engines are told."""

from datetime import UTC, datetime

import pytest

from blog.wordpress.convert.article import convert_article
from blog.wordpress.convert.comments import convert_comment, parents_of
from blog.wordpress.read.dates import ZoneFinder
from blog.wordpress.read.parser import read_items
from tests.wordpress.conftest import comment, item
from tests.wordpress.convert.test_body import Resolver


@pytest.fixture
def convert(write):
    def convert_first(*arguments, private="draft", **fields):
        (found,) = read_items(write(item(*arguments, **fields)))
        return convert_article(
            found, Resolver(), zone=UTC, source="old", site_name="Site", private=private
        )

    return convert_first


@pytest.mark.parametrize(
    ("status", "private", "state", "needs_login"),
    [
        ("publish", "draft", "live", False),
        ("future", "draft", "scheduled", False),
        ("draft", "draft", "draft", False),
        ("pending", "draft", "draft", False),
        ("private", "draft", "draft", False),
        ("private", "restrict", "live", True),
        ("trash", "draft", "skip", False),
        ("hasnocategories", "draft", "draft", False),
        ("", "draft", "draft", False),
    ],
)
def test_only_what_was_public_is_public(convert, status, private, state, needs_login):
    article = convert(1, private=private, wp__status=status)
    assert (article.state, article.needs_login) == (state, needs_login)


@pytest.mark.parametrize(
    ("name", "title", "slug"),
    [
        ("runners-knee", "Any", "runners-knee"),
        ("", "Runner&#8217;s Knee", "runners-knee"),
        ("%d1%82%d0%b5%d1%81%d1%82", "Тест", "post-1"),
        ("", "", "text-of-post-1-more-of-it"),
    ],
)
def test_slug_is_kept_or_made_from_the_title(convert, name, title, slug):
    assert convert(1, wp__post_name=name, title=title).slug == slug


def test_title_is_plain_text(convert):
    assert convert(1, title="Tom &amp; <b>Jerry</b>").title == "Tom & Jerry"


def test_excerpt_becomes_the_introduction(convert):
    article = convert(1, "One.\n\nTwo.", excerpt__encoded="In <b>short</b>")
    assert article.introduction == "In short"
    assert article.blocks[0]["value"] == "<p>One.</p><p>Two.</p>"


def test_without_an_excerpt_the_first_paragraph_becomes_the_introduction(convert):
    article = convert(1, "One.\n\n<!--more-->\n\nTwo.")
    assert article.introduction == "One."
    assert article.blocks[0]["value"] == "<p>Two.</p>"


def test_first_paragraph_with_a_link_stays_in_the_body(convert):
    article = convert(1, '<a href="https://x.example">One.</a>\n\nTwo.')
    assert article.introduction == "One. Two."
    assert article.blocks[0]["value"].startswith("<p><a href=")


@pytest.mark.parametrize(
    ("content", "introduction"),
    [
        ("[members]SECRET words[/members]<!--more-->\n\nRest.\n\nb", "Rest. b"),
        ("[members]SECRET<!--more-->words[/members]\n\nRest.\n\nb", "Rest. b"),
        ('[caption width="3"]<img src="b"> Words[/caption]\n\nT<!--more-->\n\nb', "T"),
        ("One.\n\nTwo.<!--more-->\n\nThree.", "One. Two."),
        (
            "<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph --><!-- wp:more -->"
            "<!--more--><!-- /wp:more -->\n\nTwo.",
            "One.",
        ),
    ],
)
def test_introduction_is_text_that_visitors_saw(convert, content, introduction):
    article = convert(1, f'<img src="/a.jpg">\n\n{content}')
    assert article.introduction == introduction


HIDDEN = "for members only, left out"


def test_excerpt_says_nothing_that_is_for_members(convert):
    excerpt = "Open. [members]SECRET[/members]"
    article = convert(1, excerpt__encoded=excerpt)
    assert article.introduction == "Open."
    assert article.losses == [(HIDDEN, excerpt[6:], "the excerpt")]


@pytest.mark.parametrize(
    ("footnotes", "html"),
    [
        (
            '[{"id":"a","content":"See <em>Smith</em> 2020."},'
            '{"id":"b","content":"[members]SECRET[/members]Open."}]',
            "<ol><li>See <i>Smith</i> 2020.</li><li>Open.</li></ol>",
        ),
        ("{broken", ""),
        ('{"id":"a"}', ""),
        ('[{"id":"a"},{"content":5},7]', ""),
        ("", ""),
    ],
)
def test_footnotes_follow_where_their_block_is(convert, footnotes, html):
    content = "One.\n\n<!-- wp:paragraph --><p>Two.</p><!-- /wp:paragraph -->"
    content += '\n\n<!-- wp:footnotes {"a":1} /-->'
    (block,) = convert(1, content, meta=[("footnotes", footnotes)]).blocks
    assert block["value"] == f"<p>Two.</p>{html}"


def test_title_made_from_the_text_says_nothing_that_is_for_members(convert):
    hidden = '<!-- wp:group {"metadata":{"blockVisibility":false}} -->SECRET'
    content = f"{hidden}<!-- /wp:group -->[members]SECRET[/members] Open"
    article = convert(1, content, title="", wp__post_name="")
    assert (article.title, article.slug) == ("Open", "open")


def test_dates_are_those_of_the_source(convert):
    article = convert(1, wp__post_modified_gmt="2021-01-01 00:00:00")
    assert article.date == datetime(2020, 3, 4, 9, tzinfo=UTC)
    assert article.modified == datetime(2021, 1, 1, tzinfo=UTC)


def test_draft_without_a_date_gets_none(convert):
    zero = "0000-00-00 00:00:00"
    article = convert(1, wp__post_date=zero, wp__post_date_gmt=zero, wp__status="draft")
    assert article.date is None


def test_time_zone_is_derived_from_the_dates():
    denver, other = ZoneFinder("America/Denver"), ZoneFinder("America/Denver")
    denver.add("2020-07-01 03:00:00", "2020-07-01 09:00:00")
    other.add("2020-07-01 14:30:00", "2020-07-01 09:00:00")
    assert str(denver.zone) == "America/Denver"
    assert str(other.zone) == "UTC+05:30"


def convert_one(write, **fields):
    (found,) = read_items(write(item(1, extra=comment(**fields))))
    return convert_comment(found.comments[0], UTC)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        (
            'See <a href="https://x.example/a">this</a>',
            "See this (https://x.example/a)",
        ),
        ('<a href="http://x.example">http://x.example</a>', "http://x.example"),
        ("a<br>b &amp; c", "a\nb & c"),
        ("<script>alert(1)</script>Hi", "Hi"),
        ('<a href="javascript:alert(1)">Hi</a>', "Hi"),
    ],
)
def test_comment_is_plain_text(write, html, text):
    assert convert_one(write, content=html).text == text


@pytest.mark.parametrize(
    ("approved", "kind", "status"),
    [
        ("1", "", "approved"),
        ("0", "comment", "pending"),
        ("spam", "comment", "spam"),
        ("trash", "comment", "trash"),
        ("post-trashed", "comment", "trash"),
        ("unknown", "comment", "pending"),
        ("1", "pingback", "trash"),
    ],
)
def test_comment_keeps_its_status(write, approved, kind, status):
    assert convert_one(write, approved=approved, type=kind).status == status


def test_orphans_and_circles_become_top_level(write):
    extra = "".join(
        comment(number, parent=parent)
        for number, parent in [(1, 99), (2, 3), (3, 2), (4, 3), (5, 5)]
    )
    (found,) = read_items(write(item(1, extra=extra)))
    parents, orphans, circles = parents_of(found.comments)
    assert (orphans, parents[1], parents[4], parents[5]) == ({1}, 0, 3, 0)
    assert len(circles & {2, 3}) == 1
