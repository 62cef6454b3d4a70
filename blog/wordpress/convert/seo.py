"""Titles and descriptions for search engines, from plugins' custom fields."""

import re

from .text import one_line

# The first field with a value counts.
TITLES = [
    *("_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title"),
    *("_genesis_title", "_seopress_titles_title"),
]
DESCRIPTIONS = [
    *("_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description"),
    *("_aioseop_description", "_genesis_description", "_seopress_titles_desc"),
]
NOINDEX = {
    "_yoast_wpseo_meta-robots-noindex": {"1"},
    "_genesis_noindex": {"1"},
    "_aioseop_noindex": {"on"},
    "_seopress_robots_index": {"yes"},
}
VARIABLE = re.compile(r"%%?[a-z_()0-9-]+%%?|#[a-z]+_[a-z_]+")
SEPARATORS = re.compile(r"^[\s|–—·•-]+|[\s|–—·•-]+$")


def seo_title(item, title, site_name):
    """Return the title for search engines, "" if it is the page's own."""
    found = _expand(_first(item, TITLES), title, site_name)
    return "" if found == title else found


def seo_description(item, title, site_name):
    return _expand(_first(item, DESCRIPTIONS), title, site_name)


def is_noindex(item):
    """Return whether search engines were asked to leave the page out."""
    if "noindex" in item.get_meta("rank_math_robots"):
        return True
    return any(item.get_meta(key) in values for key, values in NOINDEX.items())


def _first(item, keys):
    return next(filter(None, map(item.get_meta, keys)), "")


def _expand(text, title, site_name):
    """Replace the variables that have a value here, and drop the others."""
    known = {"title": title, "post_title": title, "sitename": site_name}

    def replace(match):
        return known.get(match[0].strip("%#"), "")

    text = one_line(VARIABLE.sub(replace, text))
    return SEPARATORS.sub("", " ".join(text.split()))
