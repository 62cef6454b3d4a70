"""URLs of the old site: pages by path or number, and files in all their sizes."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

UPLOADS = "/wp-content/uploads/"
# Names of the same file that WordPress makes: sizes, edits, rotations.
VARIANT = re.compile(
    r"(?:-\d{1,5}x\d{1,5}|-scaled|-rotated|-e\d{9,})(?=\.[A-Za-z0-9]+$)"
)
PHOTON = re.compile(r"^i\d\.wp\.com$")
NUMBERS = ("p", "page_id", "attachment_id")


@dataclass(frozen=True)
class OldUrl:
    """A URL of the old site, without what does not matter for finding its target."""

    path: str  # below the site, begins with a slash
    number: int = 0  # from ?p= and others
    upload: str = ""  # the file's path in the uploads folder
    fragment: str = ""


def read_url(url, site):
    """Return the `OldUrl`, or None if `url` is elsewhere or not a URL at all."""
    try:
        parts, base = urlsplit(url.strip()), urlsplit(site)
        host = parts.hostname or ""
    except ValueError:
        return None
    path = parts.path
    if PHOTON.match(host):
        host, _, path = path.lstrip("/").partition("/")
        path = f"/{path}"
    own = {_bare(base.hostname or "")} - {""}
    is_own = not host or _bare(host) in own
    upload = _upload(host, path, own)
    if parts.scheme not in {"", "http", "https"} or not (is_own or upload):
        return None
    if not host and not path.startswith("/"):
        path = f"/{path}" if path else "/"
        if not (parts.query or parts.path):
            return None  # only a fragment
    number = _number(parts.query)
    return OldUrl(_below(unquote(path), base.path), number, upload, parts.fragment)


def own_path(link, site):
    """Return the path of an item's own URL, whatever its host, or ""."""
    old = read_url(link, site)
    if old is None and link.startswith(("http://", "https://")):
        path = f"/{link.split('/', 3)[3]}" if link.count("/") > 2 else "/"
        old = read_url(path, site)
    return "" if old is None or old.number else old.path.rstrip("/")


def _bare(host):
    return host.lower().removeprefix("www.")


def _number(query):
    values = dict(parse_qsl(query))
    found = (values.get(name, "") for name in NUMBERS)
    return next(
        (int(n) for n in found if n.isascii() and n.isdigit() and len(n) < 19), 0
    )


def _below(path, base):
    base = base.rstrip("/")
    if base and (path == base or path.startswith(f"{base}/")):
        path = path[len(base) :]
    return path or "/"


def _upload(host, path, own):
    """Return the path of a file in the uploads folder, as in `_wp_attached_file`."""
    before, found, name = path.partition(UPLOADS)
    if found:
        return _without_site(unquote(name)) if _bare(host) in own or not host else ""
    # WordPress.com has a host for the files of each site.
    site = next(iter(own), "").removesuffix(".wordpress.com")
    if host == f"{site}.files.wordpress.com":
        return unquote(path.lstrip("/"))
    return ""


def _without_site(name):
    """Drop `sites/2/`, the folder of one site of a network."""
    return re.sub(r"^sites/\d+/", "", name)


def upload_of(url):
    """Return the path in the uploads folder of any URL with such a folder, or ""."""
    _, found, name = url.partition(UPLOADS)
    name = re.split("[?#]", name)[0]
    return _without_site(unquote(name)) if found else ""


def variants(name):
    """Yield the name of a file and those of the files it may be a version of."""
    yield name
    while (shorter := VARIANT.sub("", name)) != name:
        name = shorter
        yield name
    stem, dot, extension = name.rpartition(".")
    if dot:
        yield f"{stem}-scaled.{extension}"
        yield f"{stem}-rotated.{extension}"
