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


@dataclass(frozen=True, slots=True)
class PageHead:
    """What is known of each page: for menus, and to find what is below a page."""

    parent: int
    title: str
    link: str


@dataclass(frozen=True, slots=True)
class MenuEntry:
    number: int
    parent: int
    order: int
    title: str
    target: int  # the number of a page or term, 0 for a link
    url: str


@dataclass
class Scan:
    """The totals of an export and an index of the items that may be imported."""

    site: Site = field(default_factory=Site)
    mapping: dict = field(default_factory=dict)  # see `Item.mapping`
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
    # The numbers of all else that visitors could not see, or not without a password.
    hidden: set = field(default_factory=set)
    max_comment: int = 0
    titles: dict = field(default_factory=lambda: defaultdict(list))  # by other type
    pages: dict = field(default_factory=dict)  # PageHead by number
    menus: dict = field(default_factory=lambda: defaultdict(list))  # MenuEntry by name
    languages: Counter = field(default_factory=Counter)  # of posts and pages
    dropped: int = 0  # forbidden characters
    zone: object = None

    def kind_of(self, type):
        return self.mapping.get(type, type)

    def total(self, kinds):
        """Return the number of items that are imported as one of `kinds`."""
        return sum(n for (t, _), n in self.items.items() if self.kind_of(t) in kinds)

    @property
    def item_total(self):
        return self.items.total()

    @property
    def comment_total(self):
        return self.comments.total()

    def add(self, item):
        """Count an item and note what others need to know about it."""
        self.items[item.type, item.status] += 1
        is_public = item.status == "publish" and not item.get("wp:post_password")
        if not (is_public or item.type == "attachment"):
            self.hidden.add(item.number)
        for comment in item.comments:
            self.comments[item.kind, comment.type, comment.status] += 1
            self.max_comment = max(self.max_comment, comment.number)
        if item.kind in IMPORTABLE:
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
        if item.kind in PAGES:
            self.creators[item.get("dc:creator")] += 1
            self.languages[item.language] += 1
            for term in item.terms:
                self.terms.setdefault((term.domain, term.slug), term)
        if item.kind == "page":
            head = PageHead(item.parent, item.get("title")[:255], item.get("link"))
            self.pages.setdefault(item.number, head)

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
        if item.type == "nav_menu_item":
            self._add_to_menu(item)
        names = self.titles[item.type]
        if len(names) < MAX_NAMES:
            names.append(item.get("title") or item.get("wp:post_name"))

    def _add_to_menu(self, item):
        name = next((t.name for t in item.terms if t.domain == "nav_menu"), "")
        entry = MenuEntry(
            number=item.number,
            parent=to_number(item.get_meta("_menu_item_menu_item_parent")),
            order=to_number(item.get("wp:menu_order")),
            title=item.get("title")[:255],
            target=to_number(item.get_meta("_menu_item_object_id")),
            url=item.get_meta("_menu_item_url")[:500],
        )
        if len(self.menus[name]) < MAX_NAMES:
            self.menus[name].append(entry)


def identity(item):
    """Return the bytes that two items share only if nothing in them differs."""
    return bytes.fromhex(item.sha256[:24] + item.comments_sha256[:24])


def scan(export, time_zone, report=lambda done: None, mapping=None):
    """Read all of `export` once; call `report` with how many of its bytes are done."""
    result = Scan(mapping=mapping or {})
    parser, zones = Parser(result.site, mapping), ZoneFinder(time_zone)
    for name, chunks in export.parts():
        for item in parser.parse(name, _reported(chunks, export, report)):
            result.add(item)
            if item.status == "publish":
                zones.add(item.get("wp:post_date"), item.get("wp:post_date_gmt"))
    report(export.size)
    result.dropped, result.zone = parser.dropped, zones.zone
    return result


def _reported(chunks, export, report):
    for chunk in chunks:
        yield chunk
        report(export.done)


def distinct_items(export, scanned, kinds):
    """Yield the items of `kinds`, each different one once, with its `copy` set."""
    seen = set()
    for name, chunks in export.parts():
        for item in Parser(Site(), scanned.mapping).parse(name, chunks):
            if item.kind not in kinds:
                continue
            key = item.key[:2]
            if len(scanned.index[key]) > 1 or key in scanned.repeats:
                item.copy = scanned.index[key].index(identity(item))
                if item.key in seen:
                    continue
                seen.add(item.key)
            yield item
