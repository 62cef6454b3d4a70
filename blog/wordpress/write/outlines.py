"""Pages without their text, so that links find them, whichever comes first."""

import uuid
from collections import defaultdict
from urllib.parse import unquote, urlsplit

from django.contrib.contenttypes.models import ContentType

from wagtail.models import Page

from blog.models import BlogPage
from boulder_therapeutics.core.models import StandardPage
from services.models import ServicePage

from ..convert.article import SKIP, convert_outline, seed_of, state_of
from ..convert.links import own_path
from ..convert.remarks import has_words, is_front_page
from ..models import OldUrl
from ..models.ledger import EXISTING
from ..workarounds import add_children
from .ledger import path_digest
from .pages.slugs import is_reserved


class OutlineWriter:
    """Creates the pages of items that the ledger does not know."""

    def __init__(self, context):
        self.context, self._slugs, self._keys = context, {}, set()
        self._parents = {}

    def write(self, items):
        """Create the pages of `items`, whose parents exist."""
        found = {}
        for item in items:
            if page := self._page_instead(item):
                row = self.context.ledger.new_row(
                    item.key, page, guid=EXISTING, is_public=True
                )
                self.context.ledger.add([row])
                continue
            model, parent = self._place_of(item)
            found.setdefault((model, parent), []).append(item)
        for (model, parent), own in found.items():
            pages = [self._make(model, item, parent) for item in own]
            add_children(parent, pages)
            self._add_to_ledger(own, pages)

    def _page_instead(self, item):
        """Return the page here that is at the URL of one without words, or None.

        So are the list of posts, and front pages that themes fill.
        """
        if item.kind != "page" or item.status != "publish" or has_words(item):
            return None
        place = self.context.places.of(item)
        if is_front_page(item, self.context.scan.site.url):
            return place.root
        own = [page for page in (place.index, place.services) if page]
        paths = old_paths(item, self.context)
        return next((p for p in own if urlsplit(p.url).path.rstrip("/") in paths), None)

    def _place_of(self, item):
        """Return the model of the page for an item, and the page above it."""
        place = self.context.places.of(item)
        if item.kind == "post":
            return BlogPage, place.index
        if item.number in self.context.services and place.services:
            return ServicePage, place.services
        return StandardPage, self._parent_of(item, place)

    def _parent_of(self, item, place):
        if item.parent not in self._parents:
            row = self.context.resolver.find_page(item.parent) if item.parent else None
            page = row and StandardPage.objects.filter(pk=row.target_id).first()
            self._parents[item.parent] = page
        if page := self._parents[item.parent]:
            return page
        if item.parent:
            text = f"its parent {item.parent} was not imported, so it is at the top"
            self.context.tally.note("page", text, item.get("title"), item.key)
        return place.root

    def _make(self, model, item, parent):
        outline = convert_outline(item, self.context.zone, self.context.options.private)
        owner = self.context.people.user(item.get("dc:creator"))
        page = model(
            title=outline.title,
            draft_title=outline.title,
            slug=self._unique_slug(outline.slug, item, parent),
            live=False,
            has_unpublished_changes=True,
            owner=owner,
            locale=parent.locale,
            content_type=ContentType.objects.get_for_model(model),
            translation_key=self._translation_key(item, parent.locale),
        )
        if model is BlogPage:
            page.date = outline.date
        return page

    def _translation_key(self, item, locale):
        """Return the same key for pages that are translations of each other."""
        name = item.translations
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"{self.context.source}#pll#{name}")
        if name and (key, locale) not in self._keys:
            self._keys.add((key, locale))
            if not Page.objects.filter(translation_key=key, locale=locale).exists():
                return key
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.context.source}#{item.key}")

    def _unique_slug(self, slug, item, parent):
        """Return a slug that no other page below `parent` has, and no route needs."""
        taken = self._taken_below(parent)
        # Not with a number at the end, as "es-2" is a kind of Spanish to Django.
        free = f"{item.kind}-{slug}"[:190] if is_reserved(slug, parent) else slug
        unique, number = free, 2
        while unique in taken:
            unique, number = f"{free[:190]}-{number}", number + 1
        taken.add(unique)
        if unique != slug:
            text = f"its URL ends in {unique}, as {slug} is taken"
            self.context.tally.note("URL", text, item.get("title"), item.key)
        return unique

    def _taken_below(self, parent):
        if parent.pk not in self._slugs:
            slugs = Page.objects.child_of(parent).values_list("slug", flat=True)
            self._slugs[parent.pk] = set(slugs)
        return self._slugs[parent.pk]

    def _add_to_ledger(self, items, pages):
        ledger = self.context.ledger
        rows = [
            ledger.new_row(item.key, page, guid=item.get("guid"))
            for item, page in zip(items, pages, strict=True)
        ]
        ledger.add(rows)
        # Among what it has cached may be that these pages are missing.
        self.context.resolver.forget()
        add_old_urls(
            self.context.source,
            [
                (row, old_paths(i, self.context))
                for i, row in zip(items, rows, strict=True)
            ],
        )

    def forget(self):
        """Forget the slugs and keys of a transaction that was rolled back."""
        self._slugs.clear()
        self._keys.clear()
        self._parents.clear()


def old_paths(item, context):
    """Return the path that an item had on the old site, in a list."""
    path = own_path(item.get("link"), context.scan.site.url)
    return [path] if path else []


def former_paths(item, context):
    """Return the paths of an item before its slug was changed."""
    slugs = [value.strip() for key, value in item.meta if key == "_wp_old_slug"]
    return [
        f"{path.rpartition('/')[0]}/{unquote(slug)}"
        for path in old_paths(item, context)
        for slug in slugs
        if slug
    ]


def add_old_urls(source, found):
    """Save the (row, paths) pairs; the first item with a path keeps it."""
    OldUrl.objects.bulk_create(
        [
            OldUrl(source=source, digest=path_digest(path), path=path, item=row)
            for row, paths in found
            for path in paths
        ],
        ignore_conflicts=True,
    )


def parents_first(items):
    """Yield lists of pages with the same parent, in an order in which parents exist."""
    numbers = {item.number for item in items}
    waiting = defaultdict(list)
    for item in sorted(items, key=_order):
        is_known = item.parent in numbers and item.parent != item.number
        waiting[item.parent if is_known else None].append(item)
    todo = [waiting.pop(None, [])]
    while todo:
        level = todo.pop(0)
        for parent in dict.fromkeys(item.parent for item in level):
            yield [item for item in level if item.parent == parent]
        below = [i for item in level for i in waiting.pop(item.number, [])]
        todo += [below] if below else []
    # Pages that are, in a circle, below each other.
    for rest in waiting.values():
        for item in rest:
            item.fields["wp:post_parent"] = "0"
            yield [item]


def _order(item):
    number = item.get("wp:menu_order")
    order = int(number) if number.lstrip("-").isdecimal() and len(number) < 10 else 0
    return order, item.number


def is_wanted(context, item):
    """Return whether an item needs a page that it does not have yet."""
    if item.key in context.ledger.known or context.reason_to_skip(item):
        return False
    return state_of(item)[0] != SKIP and bool(seed_of(item, context.source))
