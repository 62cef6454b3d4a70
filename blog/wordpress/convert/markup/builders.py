"""Page builders, such as WPBakery, Divi and Avada, keep words where others have looks.

Visitors read them in the attributes of shortcodes, and in encoded HTML.
"""

import json
import re
from base64 import b64decode
from html import escape
from urllib.parse import unquote

from .settings import words_in

# Shortcodes that are elements of a page, not marks within a sentence.
ELEMENT = re.compile(
    r"(?:vc|et_pb|fusion)_(?!dropcap|fontawesome|highlight|modal_text|popover|tooltip)"
)
ENCODED = {"vc_raw_html", "vc_raw_js", "fusion_code"}
# Attributes with words for visitors, in the order of reading.
TEXTS = [
    *("title", "heading", "h2", "primary_title", "title_front", "text_front"),
    *("hover_title", "title_back", "subtitle", "subheading", "subhead", "h4"),
    *("heading_text", "subheading_text", "question", "label", "call_text", "text"),
    *("description", "content", "caption_title", "caption_text"),
]
BUTTONS = [
    *("button", "button_text", "button_one_text", "button_two_text", "btn_title"),
    *("hover_btn_title", "linktext", "link_text"),
]
# Those that mean something else in other shortcodes.
SPECIAL = {
    "person|team|testimonial": [
        *("name", "author", "position", "job_title", "company", "company_name"),
    ],
    "pric": ["currency", "price", "sum", "period", "per"],
    "counter": ["number", "value", "unit"],
}
# Plugins' titles of forms are for editors.
FORM = re.compile("(?<!in)form")
LINKS = ("http", "/", "tel:", "mailto:")
FLAGS = {"yes", "no", "on", "off", "true", "false", "0", "1", "none", "default"}
DYNAMIC = "@ET-DC@"  # Divi's encoded reference to a title, a date, and so on
# What cannot be in an attribute of WPBakery or Divi.
ESCAPES = {"`{`": "&#91;", "`}`": "&#93;", "``": "&quot;"}
ESCAPES |= {"%91": "&#91;", "%93": "&#93;", "%22": "&quot;"}
ESCAPED = re.compile("|".join(ESCAPES))


def readable(name, named, is_paired):
    """Return what visitors read in the attributes of a plugin's shortcode."""
    if FORM.search(name) and not ELEMENT.match(name):
        return ""
    special = (keys for kind, keys in SPECIAL.items() if re.search(kind, name))
    keys = [*TEXTS, *(key for keys in special for key in keys), *BUTTONS]
    shown = [key for key in keys if _is_text(named.get(key, ""))]
    texts = [
        _with_link(key, named) if _is_linked(key, shown, is_paired) else named[key]
        for key in shown
    ]
    texts += _listed(named.get("values", ""))
    return "".join(
        f"\n\n<strong>{unescape_text(text.strip())}</strong>\n\n" for text in texts
    )


def unescape_text(text):
    """Return the text of an attribute as HTML."""
    return ESCAPED.sub(lambda match: ESCAPES[match[0]], text)


def link_of(named, *names):
    """Return the first URL in attributes, "" if it is none that a visitor can open."""
    url = next(filter(None, map(named.get, names)), "")
    if url.startswith("url:"):  # url:%2Fbook%2F|title:Book|target:_blank
        url = unquote(url[4:].partition("|")[0])
    return url if url.startswith(LINKS) else ""


def decode(name, code):
    """Return the HTML that is encoded in a shortcode, "" if it is damaged."""
    code = re.sub(r"<[^>]*>|\s", "", code)
    try:
        html = b64decode(f"{code}==").decode()
    except ValueError:
        return ""
    html = unquote(html) if name.startswith("vc_") else html
    # Line breaks mean nothing here, unlike in the text around it.
    return html if "<pre" in html else html.replace("\n", " ")


def _is_text(value):
    value = value.strip()
    return bool(value) and value.lower() not in FLAGS and DYNAMIC not in value


def _is_linked(key, shown, is_paired):
    return key in BUTTONS or key == shown[0] and not is_paired


def _with_link(key, named):
    own = re.sub(r"(?:text|title)$", "", key)
    url = link_of(named, f"{own}url", f"{own}link", "url", "link", "href")
    return f'<a href="{escape(url)}">{named[key]}</a>' if url else named[key]


def _listed(values):
    """Return the words of a list, which is JSON encoded as part of a URL."""
    try:
        return list(words_in(json.loads(unquote(values))))
    except (ValueError, RecursionError):
        return []
