"""Where the pages of an export go."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ...convert.links import own_path


@dataclass(frozen=True)
class Place:
    """The pages of one language above imported ones; `services` may be None."""

    locale: object
    root: object
    index: object
    services: object


@dataclass
class Places:
    """The places by language."""

    default: Place
    unmarked: Place = None  # for items that do not tell their language
    by_code: dict = field(default_factory=dict)

    def of(self, item):
        if not item.language:
            return self.unmarked or self.default
        return self.by_code.get(item.language, self.default)


def find_services(scanned, path):
    """Return the numbers of the pages below the old `path`, however deep."""
    path = path.rstrip("/")
    if not path:
        return set()
    pages, site = scanned.pages.items(), scanned.site.url
    paths = {number: own_path(page.link, site) for number, page in pages}
    return {
        number
        for number, own in paths.items()
        if own.startswith(f"{path}/") or path in _paths_above(number, scanned, paths)
    }


def _paths_above(number, scanned, paths):
    """Yield the paths of the pages above one; drafts have no path of their own."""
    seen = {number}
    parent = scanned.pages[number].parent
    while parent in scanned.pages and parent not in seen:
        seen.add(parent)
        yield paths[parent]
        parent = scanned.pages[parent].parent


def services_path(context):
    """Return the old path of the list of services: by default, where ours is."""
    services = context.places.default.services
    if path := context.options.services:
        return f"/{path.strip('/')}"
    return urlsplit(services.url or "").path if services else ""
