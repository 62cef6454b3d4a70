"""Content security and permissions policies."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

VIDEO_HOSTS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]


def public_policy(media_origin=None):
    """Return the content security policy of public pages, nearly all of it 'self'.

    `media_origin` is the origin of images if the site does not serve them itself.
    """
    images = [media_origin] if media_origin else []
    return {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *images],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": VIDEO_HOSTS,
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
    }


def admin_policy(public):
    """Return the policy of the admin, whose date pickers need inline scripts."""
    return public | {
        "default-src": [SELF],
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [*public["img-src"], "blob:"],
        "frame-src": [SELF, *VIDEO_HOSTS],
        "base-uri": [SELF],
    }


PERMISSIONS_POLICY = {
    feature: [] for feature in ["camera", "geolocation", "microphone", "payment", "usb"]
}
