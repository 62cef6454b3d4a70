"""URLs of videos, as the video block knows them."""

import re

YOUTUBE = re.compile(
    r"^(?:https?:)?//(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/"
    r"(?:watch\?(?:.*&)?v=|embed/|v/|shorts/|live/)|youtu\.be/)([\w-]{11})"
)
VIMEO = re.compile(r"^(?:https?:)?//(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d+)")


def video_url(url):
    """Return the canonical URL of a YouTube or Vimeo video, or None for others."""
    if match := YOUTUBE.match(url):
        return f"https://www.youtube.com/watch?v={match[1]}"
    if match := VIMEO.match(url):
        return f"https://vimeo.com/{match[1]}"
    return None
