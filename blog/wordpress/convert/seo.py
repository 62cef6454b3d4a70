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
# Yoast's and SEOPress's, Rank Math's, and those of All in One SEO.
VARIABLE = re.compile(
    r"%%[A-Za-z][^%]{0,80}%%|%%?[A-Za-z_]+(?:\([^()%]*\))?%%?"
    r"|#[a-z]+_[a-z_]+(?:-[\w-]+)?|#(?:categories|permalink|tagline)\b"
)
TITLE = {"title", "post_title"}
SITE = {"sitename", "site_title", "sitetitle", "blog_title"}
SEPARATOR = {"sep", "separator", "separator_sa"}
EMPTY = {"page", "page_number"}  # on the first page of a text
MARK = r"[|–—·•⋆~«»:-]"
AT_ENDS = re.compile(rf"^(?:{MARK}|\s)+|(?:{MARK}|\s)+$")
REPEATED = re.compile(rf"(\s{MARK})(?:\s+{MARK})+(?=\s)")


def seo_title(item, title, site_name, losses):
    """Return the title for search engines, "" if it is the page's own.

    The name of the site is left out at both ends, as the title element has it anyway.
    """
    site_name = one_line(site_name)
    found = _expand(_first(item, TITLES), title, site_name, losses, "title")
    if site_name:
        name = re.escape(site_name)
        ends = rf"^{name}\s*{MARK}\s+|(?:(?:^|\s*{MARK}\s+){name})+$"
        found = re.sub(ends, "", found, flags=re.IGNORECASE)
    return "" if found == title else found


def seo_description(item, title, site_name, losses):
    template = _first(item, DESCRIPTIONS)
    return _expand(template, title, one_line(site_name), losses, "description")


def is_noindex(item):
    """Return whether search engines were asked to leave the page out."""
    if "noindex" in item.get_meta("rank_math_robots"):
        return True
    return any(item.get_meta(key) in values for key, values in NOINDEX.items())


def _first(item, keys):
    return next(filter(None, map(item.get_meta, keys)), "")


def _expand(template, title, site_name, losses, place):
    """Replace the variables that have a value here; drop and report the others."""
    values = {
        **dict.fromkeys(TITLE, title),
        **dict.fromkeys(SITE, site_name),
        **dict.fromkeys(SEPARATOR, "–"),
        **dict.fromkeys(EMPTY, ""),
    }

    def replace(match):
        name = match[0].strip("%#")
        if name not in values:
            text = f"{match[0]} was left out of its {place}"
            losses.append(("search engines", text, ""))
        return values.get(name, "")

    text = VARIABLE.sub(replace, one_line(template))
    return AT_ENDS.sub("", REPEATED.sub(r"\1", " ".join(text.split())))
