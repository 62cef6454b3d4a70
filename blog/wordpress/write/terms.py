"""Categories and tags, found by their slugs or created."""

from urllib.parse import unquote

from django.utils.text import slugify

from taggit.models import Tag

from blog.models import Category

from ..convert.text import unescaped
from ..models.ledger import EXISTING, number_of

NAME_LIMIT, CATEGORY_SLUG_LIMIT, TAG_LIMIT, DESCRIPTION_LIMIT = 100, 50, 100, 300


class Terms:
    """The categories and tags of items, by what WordPress calls them."""

    def __init__(self, declared, used, ledger, tally):
        self.declared = {(t.domain, t.slug): t for t in declared if t.slug}
        self.by_name = {(t.domain, t.name): t for t in declared}
        self.ledger, self.tally = ledger, tally
        self._categories, self._tags = {}, {}

    def categories(self, item):
        terms = [term for term in item.terms if term.domain == "category"]
        return list(dict.fromkeys(self._category(self._declared(t)) for t in terms))

    def tags(self, item):
        terms = [term for term in item.terms if term.domain == "post_tag"]
        return list(dict.fromkeys(self._tag(self._declared(t)) for t in terms))

    def _declared(self, term):
        if not term.slug and (found := self.by_name.get((term.domain, term.name))):
            return found
        return self.declared.get((term.domain, term.slug)) or term

    def _category(self, term, below=()):
        key = term.slug or term.name
        if key not in self._categories:
            self._categories[key] = self._make_category(term, below)
        return self._categories[key]

    def _make_category(self, term, below):
        if found := self._known("category", term):
            return found
        slug = self._free_slug(Category, "category", term, CATEGORY_SLUG_LIMIT)
        category = Category.objects.filter(slug=slug).first()
        guid = EXISTING if category else ""
        if category is None:
            category = Category.objects.create(
                name=unescaped(term.name or slug)[:NAME_LIMIT],
                slug=slug,
                parent=self._parent(term, (*below, term.slug)),
                description=unescaped(term.description)[:DESCRIPTION_LIMIT],
            )
            self.tally.extra["categories"] += 1
        self._add_row("category", term, category, guid)
        return category

    def _known(self, kind, term):
        """Return what a term has become in an earlier import, or None."""
        number = number_of(term.slug or term.name)
        row = self.ledger.find_numbers(kind, [number]).first()
        return row and row.target

    def _free_slug(self, model, kind, term, limit):
        """Return the slug of a term, shortened so that no other term has it here."""
        slug, taken = make_slug(term, limit), self.ledger.targets_of(kind)
        if model.objects.filter(slug=slug, pk__in=taken).exists():
            return f"{slug[: limit - 9]}-{number_of(term.slug or term.name) % 10**8}"
        return slug

    def _parent(self, term, below):
        """Return the broader category, unless the tree runs in a circle."""
        parent = self.declared.get(("category", term.parent)) if term.parent else None
        parent = parent or self.by_name.get(("category", term.parent))
        if parent is None or parent.slug in below:
            return None
        return self._category(parent, below)

    def _tag(self, term):
        key = term.slug or term.name
        if key not in self._tags:
            self._tags[key] = self._make_tag(term)
        return self._tags[key]

    def _make_tag(self, term):
        if found := self._known("post_tag", term):
            return found
        name = unescaped(term.name or term.slug)[:TAG_LIMIT]
        # Tags that differ in their case only would be one in the editor.
        tag = Tag.objects.filter(name__iexact=name).first() if name else None
        slug = self._free_slug(Tag, "post_tag", term, TAG_LIMIT)
        tag = tag or Tag.objects.filter(slug=slug).first()
        guid = EXISTING if tag else ""
        if tag is None:
            tag = Tag.objects.create(name=name or slug, slug=slug)
            self.tally.extra["tags"] += 1
        self._add_row("post_tag", term, tag, guid)
        return tag

    def _add_row(self, kind, term, target, guid):
        key = kind, number_of(term.slug or term.name), 0
        # The number of the term, for ?cat=7.
        row = self.ledger.new_row(key, target, raw=term.number, guid=guid)
        self.ledger.add_once(row)

    def forget(self):
        """Forget the terms of a transaction that was rolled back."""
        self._categories.clear()
        self._tags.clear()


def make_slug(term, limit):
    """Return the slug of a term as it was, in the characters allowed here."""
    slug = slugify(unquote(term.slug)) or slugify(unescaped(term.name))
    return (slug or f"term-{number_of(term.slug or term.name)}")[:limit].strip("-")
