"""The block grammar of WordPress: HTML with blocks marked by comments."""

import re
from functools import partial
from html import escape

from .delimiters import DELIMITER, has_blocks
from .hidden import leave_out_hidden
from .paragraphs import add_paragraphs
from .settings import read_settings, words_in
from .shortcodes import closers_in, expand_shortcodes

EMPTY = re.compile(r"\s*<!--\s+/wp:")
MAX_DEPTH = 5  # of reusable blocks in each other
# Blocks that show other content of the site, and have none of their own.
WITHOUT_CONTENT = {"more", "nextpage", "spacer", "separator"}


def render(content, resolver, losses, post=0, depth=0):
    """Return `content` as HTML without comments.

    What needs more than its own HTML becomes an element of ours, such as `wp-gallery`.
    """
    content = leave_out_hidden(content, losses)
    if not has_blocks(content):
        return render_classic(content, losses, post)
    html, end, names = [], 0, []
    classic = partial(
        render_classic, losses=losses, post=post, closers=closers_in(content)
    )
    for match in DELIMITER.finditer(content):
        between = content[end : match.start()]
        is_classic = not names or names[-1] in {"freeform", "shortcode"}
        html.append(classic(between) if is_classic else between)
        end = match.end()
        name = match["name"].removeprefix("core/")
        if match["closer"]:
            if name in names:
                del names[names.index(name) :]
            continue
        attributes = _read_settings(match["attributes"], name, losses)
        html.append(_render_dynamic(name, attributes, match, resolver, losses, depth))
        if not match["void"]:
            names.append(name)
    rest = content[end:]
    html.append(classic(rest) if not names else rest)
    return expand_shortcodes("".join(html), losses, post)


def render_classic(content, losses, post=0, closers=None):
    """Return content of the classic editor as HTML."""
    if not content.strip():
        return content
    return add_paragraphs(expand_shortcodes(content, losses, post, closers))


def _read_settings(text, name, losses):
    settings = read_settings(text)
    if settings is None:
        losses.add("block", f"{name}: its settings are damaged")
    return settings or {}


def _render_dynamic(name, attributes, match, resolver, losses, depth):
    """Return HTML for what a block shows in addition to the HTML that it contains."""
    if name == "block":
        html = _render_reusable(attributes.get("ref"), resolver, losses, depth)
        return html + _render_overrides(attributes, losses)
    if name == "gallery" and match["void"]:
        return _gallery(attributes.get("ids"))
    if name == "cover" and isinstance(attributes.get("url"), str):
        number = attributes.get("id") or ""
        return f'<wp-cover src="{escape(attributes["url"])}" data-id="{number}">'
    if _is_all_settings(name, match) and name not in WITHOUT_CONTENT:
        return _render_settings(name, attributes, losses)
    return ""


def _is_all_settings(name, match):
    """Return whether the texts of a block are in its settings, not in its HTML.

    Blocks of Advanced Custom Fields are so even if they have blocks in them.
    """
    is_empty = "/" in name and EMPTY.match(match.string, match.end())
    return match["void"] or is_empty or name.startswith("acf/")


def _render_reusable(number, resolver, losses, depth):
    content = resolver.reusable(number) if isinstance(number, int) else ""
    if not content or depth >= MAX_DEPTH:
        losses.add("block", f"block {number}: not in the export")
        return ""
    return render(content, resolver, losses, depth=depth + 1)


def _render_overrides(attributes, losses):
    """Return the texts that a post shows instead of those of a reusable block."""
    texts = list(words_in(attributes.get("content")))
    if texts:
        number = attributes.get("ref")
        losses.add("block", f"block {number}: its changed texts follow it")
    return _paragraphs(texts)


def _render_settings(name, attributes, losses):
    """Return the texts among the settings of a block."""
    url = attributes.get("url")
    if name.partition("/")[0] in {"embed", "core-embed", "video"} and url:
        return f"<wp-embed>{escape(str(url))}</wp-embed>"
    losses.add("block", name)
    if "/" in name:
        texts = words_in(attributes)
    else:
        texts = [attributes.get(key) for key in ("title", "content", "text", "caption")]
    return _paragraphs(texts)


def _paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts if isinstance(text, str))


def _gallery(ids):
    """Return a gallery; its ids are a list, a number, or text as in a shortcode."""
    text = ",".join(map(str, ids)) if isinstance(ids, list) else str(ids)
    return f'<wp-gallery ids="{escape(text)}"></wp-gallery>'
