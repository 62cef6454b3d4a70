"""Videos and players in shortcodes: where they are, and our element for them."""

import re
from html import escape, unescape

EMBEDS = {"embed", "video", "audio", "youtube", "vimeo", "wpvideo", "playlist"}
MEDIA = ("src", "mp4", "m4v", "webm", "ogv", "mp3", "ogg", "m4a", "wav", "url")
SITES = {
    "youtube": ("https://www.youtube.com/watch?v={}", r"[\w-]{11}(?:[&?].*)?"),
    "vimeo": ("https://vimeo.com/{}", r"\d+(?:[&?].*)?"),
    "wpvideo": ("https://videopress.com/v/{}", r"\w+"),
}


def media_url(name, named, others=(), keys=MEDIA):
    """Return the URL of what a shortcode such as [video] shows, "" if none is known."""
    for key in keys:
        if named.get(key, "").startswith(("http", "/")):
            return named[key]
    code = named.get("id") or next(iter(others), "").lstrip("=")
    if code.startswith("http"):
        return code
    url, pattern = SITES.get(name, ("", ""))
    return url.format(code) if code and re.fullmatch(pattern, code) else ""


def embed(url):
    """Return the element for a video or player, which may become a link."""
    return (
        f"\n\n<wp-embed>{escape(unescape(url.strip()))}</wp-embed>\n\n" if url else ""
    )
