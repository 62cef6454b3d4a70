"""The first look at an export: what it holds, and what later steps need to know."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from .dates import ZoneFinder
from .elements import to_number
from .parser import Parser, Site

PAGES = {"post", "page"}
# Types that may be imported, and so have a place in the index.
IMPORTABLE = {*PAGES, "attachment"}
MAX_REUSABLE = 10_000_000  # characters
MAX_NAMES = 2_000


@dataclass
class Scan:
    """The totals of an export and an index of the items that may be imported."""

    site: Site = field(default_factory=Site)
    items: Counter = field(default_factory=Counter)  # by (type, status)
    # By (type of the item, type, status).
    comments: Counter = field(default_factory=Counter)
    meta_keys: Counter = field(default_factory=Counter)
    creators: Counter = field(default_factory=Counter)
    terms: dict = field(default_factory=dict)  # of items, by (domain, slug)
    # The digests of the different items with a (type, number), in order.
    index: dict = field(default_factory=dict)
    repeats: Counter = field(default_factory=Counter)  # exact copies, by (type, number)
    repeat_statuses: Counter = field(default_factory=Counter)  # by (type, status)
    repeat_comments: Counter = field(default_factory=Counter)  # by (type, status)
    reusable: dict = field(default_factory=dict)  # contents of wp_block, by number
    # The attachments of each post as (menu order, number).
    attached: dict = field(default_factory=lambda: defaultdict(list))
    max_comment: int = 0
    titles: dict = field(default_factory=lambda: defaultdict(list))  # by other type
    dropped: int = 0  # forbidden characters
    zone: object = None

    @property
    def item_total(self):
        return self.items.total()

    @property
    def comment_total(self):
        return self.comments.total()

    def add(self, item):
        """Count an item and note what others need to know about it."""
        self.items[item.type, item.status] += 1
        for comment in item.comments:
            self.comments[item.type, comment.type, comment.status] += 1
            self.max_comment = max(self.max_comment, comment.number)
        if item.type in IMPORTABLE:
            self._add_to_index(item)
        else:
            self._add_other(item)
        self.meta_keys.update({key for key, _ in item.meta[:MAX_NAMES]})

    def _add_to_index(self, item):
        if self._is_repeat(item):
            self.repeat_statuses[item.type, item.status] += 1
            for comment in item.comments:
                self.repeat_comments[comment.type, comment.status] += 1
            return
        if item.type == "attachment" and item.parent:
            order = to_number(item.get("wp:menu_order"))
            self.attached[item.parent].append((order, item.number))
        if item.type in PAGES:
            self.creators[item.get("dc:creator")] += 1
            for term in item.terms:
                self.terms.setdefault((term.domain, term.slug), term)

    def _is_repeat(self, item):
        digests = self.index.setdefault(item.key[:2], [])
        own = identity(item)
        if own in digests:
            self.repeats[item.key[:2]] += 1
            return True
        digests.append(own)
        return False

    def _add_other(self, item):
        if item.type == "wp_block" and item.status == "publish":
            size = sum(map(len, self.reusable.values()))
            if size + len(item.content) < MAX_REUSABLE:
                self.reusable[item.number] = item.content
        names = self.titles[item.type]
        if len(names) < MAX_NAMES:
            names.append(item.get("title") or item.get("wp:post_name"))


def identity(item):
    """Return the bytes that two items share only if nothing in them differs."""
    return bytes.fromhex(item.sha256[:24] + item.comments_sha256[:24])


def scan(export, time_zone, report=lambda done: None):
    """Read all of `export` once; call `report` with the bytes read so far."""
    result = Scan()
    parser, zones = Parser(result.site), ZoneFinder(time_zone)
    for name, chunks in export.parts():
        for item in parser.parse(name, _counted(chunks, report)):
            result.add(item)
            if item.status == "publish":
                zones.add(item.get("wp:post_date"), item.get("wp:post_date_gmt"))
    result.dropped, result.zone = parser.dropped, zones.zone
    return result


def _counted(chunks, report):
    done = 0
    for chunk in chunks:
        yield chunk
        done += len(chunk)
        report(done)


def distinct_items(export, scanned, types):
    """Yield the items of `types`, each different one once, with its `copy` set."""
    seen = set()
    for name, chunks in export.parts():
        for item in Parser(Site()).parse(name, chunks):
            if item.type not in types:
                continue
            key = item.key[:2]
            if len(scanned.index[key]) > 1 or key in scanned.repeats:
                item.copy = scanned.index[key].index(identity(item))
                if item.key in seen:
                    continue
                seen.add(item.key)
            yield item
