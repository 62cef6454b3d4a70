"""A post or page of WordPress as the fields of a page of ours."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from urllib.parse import unquote

from django.utils.text import Truncator, slugify

from ..read.dates import parse_rss_date, to_utc
from . import seo
from .blocks.media import CAPTION_LIMIT
from .blocks.rich_text import is_visible
from .body import convert_body, write_blocks
from .markup.footnotes import add_footnotes
from .markup.hidden import leave_out_hidden
from .markup.shortcodes import expand_shortcodes
from .result import Losses, make_id
from .text import one_line

TITLE_LIMIT, INTRODUCTION_LIMIT, SLUG_LIMIT = 255, 500, 200
SUMMARY_LENGTH = 160
PARAGRAPH = re.compile(r"<p>((?:(?!</?p>|<a ).)*)</p>", re.DOTALL)
LIVE, SCHEDULED, DRAFT, SKIP = "live", "scheduled", "draft", "skip"
STATES = {
    "publish": LIVE,
    "future": SCHEDULED,
    "draft": DRAFT,
    "pending": DRAFT,
    "auto-draft": SKIP,
    "trash": SKIP,
}


# The custom fields with which plugins keep pages for members, and what they say then.
MEMBERS = {
    "_jetpack_newsletter_access": re.compile("subscribers"),
    "_members_access_role": re.compile("."),
    "_mepr_unauthorized_message_type": re.compile("custom"),
    "_wpmem_block": re.compile("[12]"),
    "rcp_access_level": re.compile("[1-9]"),
    "rcp_subscription_level": re.compile("[1-9]|any|any-paid"),
    "rcp_user_level": re.compile("(?!all$|none$).", re.IGNORECASE),
    "um_content_restriction": re.compile('"_um_accessible";(?:s:1:"2"|i:2)'),
}


@dataclass
class Article:
    """The fields of a page, before it is in a database."""

    title: str
    slug: str
    state: str
    date: datetime | None
    modified: datetime | None
    password: str = ""
    needs_login: bool = False
    introduction: str = ""
    seo_title: str = ""
    search_description: str = ""
    comments_open: bool = True
    noindex: bool = False
    seed: str = ""
    blocks: list = field(default_factory=list)
    losses: list = field(default_factory=list)
    has_missing_media: bool = False


def state_of(item, private="draft"):
    """Return the state, and whether visitors must log in, for an item's status."""
    state = STATES.get(item.status, DRAFT)
    if item.status == "private" or state in {LIVE, SCHEDULED} and is_for_members(item):
        return (LIVE, True) if private == "restrict" else (DRAFT, False)
    return state, False


def is_for_members(item):
    """Return whether a plugin showed a post or page to members only."""
    return any(key in MEMBERS and MEMBERS[key].search(v) for key, v in item.meta)


def title_of(item):
    """Return the title, made from the content if there is none."""
    title = one_line(item.get("title"))
    if not title:
        words = leave_out_hidden(item.content, Losses())
        words = expand_shortcodes(words, Losses())
        words = one_line(re.sub(r"\[[^\]]*\]|<!--.*?-->", " ", words, flags=re.S))
        title = Truncator(words).words(8, truncate="…")
    return title[:TITLE_LIMIT] or f"Untitled {item.type} {item.number}"


def slug_of(item):
    """Return the slug as it was, or made from the title."""
    slug = slugify(unquote(item.get("wp:post_name")))
    return (slug or slugify(title_of(item)) or f"{item.type}-{item.number}")[
        :SLUG_LIMIT
    ]


def seed_of(item, source):
    """Return the string that makes the same ids for an item in every import."""
    return item.get("guid") or f"{source}#{item.key}"


def convert_outline(item, zone, private="draft"):
    """Return the `Article` without its text, which may link to articles to come."""
    state, needs_login = state_of(item, private)
    date = to_utc(item.get("wp:post_date_gmt"), item.get("wp:post_date"), zone)
    modified = to_utc(
        item.get("wp:post_modified_gmt"), item.get("wp:post_modified"), zone
    )
    return Article(
        title=title_of(item),
        slug=slug_of(item),
        state=state,
        date=date or parse_rss_date(item.get("pubDate")),
        modified=modified,
        password=item.get("wp:post_password"),
        needs_login=needs_login,
        comments_open=item.get("wp:comment_status") != "closed",
    )


def convert_article(item, resolver, *, zone, source, site_name="", private="draft"):
    """Return the complete `Article`."""
    article = convert_outline(item, zone, private)
    body = convert_body(
        add_footnotes(item.content, item.get_meta("footnotes")),
        resolver,
        seed=seed_of(item, source),
        title=article.title,
        post=item.number,
    )
    article.seed = seed_of(item, source)
    article.blocks, article.losses = body.blocks, body.losses
    article.has_missing_media = body.has_missing_media
    words = item, article.title, site_name, article.losses
    article.seo_title = seo.seo_title(*words)[:TITLE_LIMIT]
    article.search_description = seo.seo_description(*words)
    article.noindex = seo.is_noindex(item)
    if len(one_line(item.get("title"))) > TITLE_LIMIT:
        article.losses.append(("title", "shortened to 255 characters", ""))
        whole = _paragraph(one_line(item.get("title")), article.seed)
        article.blocks.insert(0, whole | {"id": make_id(article.seed, "title")})
    article.introduction = find_introduction(item, article, body.teaser, resolver)
    return article


def find_introduction(item, article, teaser, resolver):
    """Return the lead paragraph; the first paragraph of the body may become it.

    An excerpt comes first, then the text before "more", then a first paragraph
    without links. Longer ones stay in the body, and lists show their beginning.
    """
    losses = Losses(article.losses, "the excerpt")
    excerpt = one_line(leave_out_hidden(item.get("excerpt:encoded"), losses))
    if excerpt and len(excerpt) <= INTRODUCTION_LIMIT:
        return excerpt
    if excerpt:
        article.blocks.insert(0, _paragraph(excerpt, seed_of(item, "")))
        return _summary(excerpt)
    if text := _take_first_paragraph(article):
        return text
    blocks = write_blocks(teaser, resolver, Losses()).blocks if teaser else []
    return _summary(_first_text([*blocks, *article.blocks]))


def _take_first_paragraph(article):
    """Remove the first paragraph from the body and return its text, or ""."""
    if not article.blocks or article.blocks[0]["type"] != "paragraph":
        return ""
    html = article.blocks[0]["value"]
    match = PARAGRAPH.match(html)
    text = one_line(match[1].replace("<br/>", " ")) if match else ""
    if (
        not text
        or len(text) > INTRODUCTION_LIMIT
        or len(article.blocks) == 1
        and (not is_visible(html[match.end() :]))
    ):
        return ""
    rest = html[match.end() :]
    if is_visible(rest):
        article.blocks[0]["value"] = rest
    else:
        del article.blocks[0]
    return text


def _first_text(blocks):
    texts = [block["value"] for block in blocks if block["type"] == "paragraph"]
    return one_line(texts[0].replace("</p>", "</p> ")) if texts else ""


def _summary(text):
    return Truncator(text).chars(SUMMARY_LENGTH, truncate="…")


def add_picture(article, picture):
    """Put the featured image of a page, which has no cover, before its text."""
    if any(picture.pk in _images(block) for block in article.blocks[:1]):
        return
    alt = picture.alt[:255]
    image = {"image": picture.pk, "alt_text": alt, "decorative": not alt}
    value = {"image": image, "caption": picture.caption[:CAPTION_LIMIT]}
    block = {"type": "figure", "value": value, "id": make_id(article.seed, "picture")}
    article.blocks.insert(0, block)


def _images(block):
    return [block["value"]["image"]["image"]] if block["type"] == "figure" else []


def _paragraph(text, seed):
    value = f"<p>{escape(text, quote=False)}</p>"
    return {"type": "paragraph", "value": value, "id": make_id(seed, "excerpt")}
