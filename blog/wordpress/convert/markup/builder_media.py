"""Pictures, galleries and videos of page builders, as HTML that is understood here."""

import re
from html import escape, unescape

from .builders import ELEMENT, link_of, unescape_text
from .embeds import MEDIA, embed, media_url

# Attributes with the number or URL of a picture. `image` may have image_id="12|full".
PICTURES = [
    *("image", "src", "custom_src", "image_url", "header_image_url", "logo_image_url"),
    *("portrait_url", "picture"),
]
GALLERIES = ("images", "gallery_ids", "image_ids")
NUMBER = re.compile(r"(?:^|,)\s*(\d+)")
PLAYER = re.compile("youtube|vimeo|video|audio")
PLAYED = ("link", "video", "audio", *MEDIA)
LINKED = ("link", "url", "pic_link", "link_option_url")
# Shortcodes around the URL of a picture, and around the text of a button.
FRAMES = {"fusion_imageframe", "fusion_slide"}
FRAMED = {*FRAMES, "fusion_button"}
UNREAD = {"custom_links"}  # encoded, one for each picture of a gallery


def media_in(name, named):
    """Return the HTML for what a builder's shortcode shows besides words."""
    if not ELEMENT.match(name):
        return ""
    if player := PLAYER.search(name):
        url = media_url(player[0], named, keys=PLAYED)
        return embed(url) + _picture("image_url", named)
    lists = (",".join(NUMBER.findall(named.get(key, ""))) for key in GALLERIES)
    galleries = (f'<wp-gallery ids="{ids}"></wp-gallery>' for ids in lists if ids)
    pictures = (_picture(key, named) for key in PICTURES)
    return "".join(f"\n\n{html}\n\n" for html in (*galleries, *pictures) if html)


def frame(name, named, inside):
    """Return the HTML of a pair in `FRAMED`, "" if it is no picture or link."""
    if name in FRAMES:
        is_url = not inside or re.fullmatch(r"https?://\S+", inside)
        return _picture("image", {**named, "image": unescape(inside)}) if is_url else ""
    url = link_of(named, "link")
    return url and f'<strong><a href="{escape(url)}">{inside}</a></strong>'


def _picture(key, named):
    value = named.get(key, "").strip()
    url = value if value.startswith(("http", "/")) else ""
    number = "".join(NUMBER.findall(named.get(f"{key}_id") or value)[:1])
    if not (url or number):
        return ""
    alt = unescape_text(escape(named.get("alt") or named.get("image_alt") or ""))
    image = f'<img src="{escape(url)}" alt="{alt}" data-id="{number}">'
    link = _link(named)
    image = f'<a href="{escape(link)}">{image}</a>' if link else image
    return f"<figure>{image}</figure>"


def _link(named):
    is_unused = named.get("onclick", "") not in {"", "custom_link"}
    return "" if is_unused else link_of(named, *LINKED)
