"""What a page had on the old site and does not have here, for the report."""

from .article import is_for_members
from .links import read_url
from .text import one_line

FORMATS = {"post-format-standard", ""}
TEMPLATES = {"default", ""}
CANONICAL = (
    "_yoast_wpseo_canonical",
    "rank_math_canonical_url",
    "_genesis_canonical_uri",
)
SHARED_IMAGES = (
    *("_yoast_wpseo_opengraph-image", "_yoast_wpseo_twitter-image"),
    *("rank_math_facebook_image", "rank_math_twitter_image"),
    *("_seopress_social_fb_img", "_aioseo_og_image_custom_url"),
)
FRONT_PAGE = (
    "was the front page. The home page here has its own content: take over what you "
    "need, then unpublish this page"
)


def remarks(item, site_url):
    """Yield (kind, text) for each."""
    if is_front_page(item, site_url):
        yield "page", FRONT_PAGE
    if item.status != "private" and is_for_members(item):
        yield "status", "was for members only, so it is treated as private"
    for term in item.terms:
        if term.domain == "post_format" and term.slug not in FORMATS:
            yield "setting", f"had the format {term.name or term.slug}"
    if (template := item.get_meta("_wp_page_template")) not in TEMPLATES:
        yield "setting", f"had the page template {template}"
    for key in CANONICAL:
        url = item.get_meta(key)
        if url and url.rstrip("/") != item.get("link").rstrip("/"):
            yield "search engines", f"named {url} as the original"
    images = {item.get_meta(key) for key in SHARED_IMAGES} - {""}
    for url in sorted(images):
        yield "search engines", f"was shared with the picture {url}"


def has_words(item):
    """Return whether there is anything to see in the content of an item."""
    return bool(one_line(item.content)) or "<img" in item.content


def is_front_page(item, site_url):
    """Return whether visitors saw a page at the old home page's URL."""
    old = read_url(item.get("link"), site_url) if item.get("link") else None
    is_root = old is not None and not old.number and old.path.strip("/") == ""
    return item.kind == "page" and item.status == "publish" and is_root
