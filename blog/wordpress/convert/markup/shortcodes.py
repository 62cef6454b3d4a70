"""Shortcodes: [caption], [gallery] and others become HTML, plugins' keep their text."""

import re
from html import escape, unescape
from itertools import islice

from .builder_media import FRAMED, UNREAD, frame, media_in
from .builders import ELEMENT, ENCODED, decode, readable
from .embeds import EMBEDS, embed, media_url

SHORTCODE = re.compile(
    r"\[(?P<before>\[?)(?P<closer>/?)(?P<name>[A-Za-z][\w-]*)"
    # Bounded, and without brackets outside of quotes, as "[a [a [a …" would take long.
    r"(?P<attributes>(?:\s+(?:[^\[\]\"']|\"[^\"]*\"|'[^']*'){0,2000}?|=[^\[\]]*)?)"
    r"(?P<void>/?)\](?P<after>\]?)"
)
ATTRIBUTE = re.compile(
    r"([\w-]+)\s*=\s*\"([^\"]*)\"|([\w-]+)\s*=\s*'([^']*)'|([\w-]+)\s*=\s*([^\s'\"]+)"
    r"|\"([^\"]*)\"|'([^']*)'|(\S+)"
)
IMAGE = re.compile(r"\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL)
# Those of WordPress itself, never shown as they are.
KNOWN = {"audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"}
PAIRED = {"caption", "wp_caption", "embed", "youtube", *ENCODED}
LINE = 500  # characters; more are not looked at
# They are in brackets, too, but not meant as a shortcode.
VERBATIM = re.compile(r"(<(pre|code|script|style|textarea)\b.*?</\2\s*>)", re.I | re.S)
QUOTED = re.compile(r"[\w-]\s*=\s*[\"']")
UNQUOTED = re.compile(r"(?:\s+[\w-]+=[^\s\"'=]+)+\s*")


def parse_attributes(text):
    """Return the named attributes of a shortcode, and the others by position."""
    named, others = {}, []
    for match in ATTRIBUTE.finditer(_unescape(text)):
        groups = match.groups()
        for name, value in zip(groups[0:6:2], groups[1:6:2], strict=True):
            if name:
                named[name.lower()] = value
        others += [value for value in groups[6:] if value is not None]
    return named, others


QUOTES = str.maketrans("“”″‘’", '"""\'\'')


def _unescape(text):
    return unescape(text.replace("\u00a0", " ")).translate(QUOTES)


def closers_in(content):
    """Return the names of the shortcodes that are closed somewhere."""
    if "[/" not in content:
        return set()
    return {match["name"] for match in SHORTCODE.finditer(content) if match["closer"]}


def expand_shortcodes(content, losses, post=0, closers=None):
    """Return `content` with its shortcodes replaced, except those in code.

    `closers` is given for a part of a text, whose shortcodes may be closed elsewhere.
    """
    if "[" not in content:
        return content
    closers = closers_in(content) if closers is None else closers
    pieces = VERBATIM.split(content)
    # The pattern has two groups: text, verbatim, its tag, text, ...
    texts = [_expand(text, losses, post, closers) for text in pieces[0::3]]
    verbatim = [*pieces[1::3], ""]
    return "".join(a + b for a, b in zip(texts, verbatim, strict=True))


def _expand(text, losses, post, closers):
    matches = list(SHORTCODE.finditer(text))
    last = {m["name"]: number for number, m in enumerate(matches) if m["closer"]}
    html, end = [], 0
    for number, match in enumerate(matches):
        if match.start() < end:
            continue
        html.append(text[end : match.start()])
        end = match.end()
        name = match["name"].lower()
        if match["before"] and match["after"]:  # [[literal]]
            # Escaped, as the text may be expanded again, together with blocks.
            html.append(f"&#91;{match[0][2:-2]}&#93;")
        elif _is_opener(match) and number < last.get(match["name"], -1):
            closer = _find_closer(matches, number)
            inside, end = text[match.end() : closer.start()], closer.end()
            if name in FRAMED:
                inside = _expand(inside, losses, post, closers)
            html.append(_pair(name, match, inside, losses))
        else:
            html.append(_single(name, match, closers, losses, post))
    return "".join([*html, text[end:]])


def _is_opener(match):
    name = match["name"].lower()
    is_framed = name in FRAMED and not match["void"]
    return (name in PAIRED or is_framed) and not match["closer"]


def _find_closer(matches, number):
    name = matches[number]["name"]
    rest = islice(matches, number, None)
    return next(m for m in rest if m["closer"] and m["name"] == name)


def _pair(name, match, inside, losses):
    if name in {"caption", "wp_caption"}:
        return _caption(match, inside)
    if name in ENCODED:
        losses.add("shortcode", f"[{match['name']}]")
        return f"\n\n{decode(name, inside)}\n\n"
    named, others = parse_attributes(match["attributes"])
    if name in FRAMED:
        return _framed(name, named, inside.strip(), losses)
    return embed(inside.strip() or media_url(name, named, others))


def _framed(name, named, inside, losses):
    html = frame(name, named, inside)
    if not html:
        losses.add("shortcode", f"[{name}]")
    # The title of a button is a tooltip.
    is_button = name == "fusion_button"
    words = "" if is_button else readable(name, named, is_paired=True)
    return f"\n\n{html or inside}\n\n{words}"


def _caption(match, inside):
    named, _ = parse_attributes(match["attributes"])
    found = IMAGE.match(inside)
    image, text = (found[1], found[2].strip()) if found else (inside, "")
    caption = text or named.get("caption", "")
    number = named.get("id", "").removeprefix("attachment_")
    return (
        f'\n\n<figure class="{escape(named.get("align", ""))}" '
        f'data-id="{escape(number)}">{image}'
        f"<figcaption>{caption}</figcaption></figure>\n\n"
    )


def _is_alone(match):
    """Return whether there is nothing else on the line of a shortcode."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(start - LINE, 0) : start].rpartition("\n")[2]
    after = text[end : end + LINE].partition("\n")[0]
    return not re.sub(r"<[^>]*>|\[[^\]]*\]", "", before + after).strip()


def _single(name, match, closers, losses, post):
    named, others = parse_attributes(match["attributes"])
    if name == "gallery" and not others:
        ids = named.get("ids") or named.get("include") or ""
        owner = named.get("id") or post
        return f'\n\n<wp-gallery ids="{escape(ids)}" post="{owner}"></wp-gallery>\n\n'
    if name in EMBEDS and (url := media_url(name, named, others)):
        return embed(url)
    if not _is_shortcode(match, closers):
        return match[0]
    is_read = not match["closer"] and name not in PAIRED
    html = _plugin(name, named, match, closers, losses) if is_read else ""
    return html or ("\n\n" if ELEMENT.match(name) else "")


def _plugin(name, named, match, closers, losses):
    """Return what visitors see of the attributes of a plugin's shortcode."""
    media = media_in(name, named)
    if not media or UNREAD & named.keys():
        losses.add("shortcode", f"[{match['name']}]")
    # A link is that of the picture.
    is_paired = bool(media) or match["name"] in closers
    words = readable(name, named, is_paired=is_paired)
    # WPBakery has titles above pictures, others have them below.
    return words + media if name.startswith("vc_") else media + words


def _is_shortcode(match, closers):
    """Return whether it is more than words in brackets, such as “[OR p=0.03]”."""
    name, attributes = match["name"], _unescape(match["attributes"])
    if match["closer"] or match["void"] or name in closers or ELEMENT.match(name):
        return True
    if name in KNOWN and not attributes.strip():
        return True
    if QUOTED.search(attributes):
        return True
    if UNQUOTED.fullmatch(attributes):
        return "_" in name or _is_alone(match)
    is_plugin = "-" in name or "_" in name
    return is_plugin and (not attributes or '"' in attributes) and _is_alone(match)
