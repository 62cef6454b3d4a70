"""Categories and tags, found by their slugs or created."""

from urllib.parse import unquote

from django.utils.text import slugify

from taggit.models import Tag

from blog.models import Category

from ..convert.text import unescaped
from .ledger import number_of

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
        slug = make_slug(term, CATEGORY_SLUG_LIMIT)
        category = Category.objects.filter(slug=slug).first()
        if category is None:
            category = Category.objects.create(
                name=unescaped(term.name or slug)[:NAME_LIMIT],
                slug=slug,
                parent=self._parent(term, (*below, term.slug)),
                description=unescaped(term.description)[:DESCRIPTION_LIMIT],
            )
            self._add_row("category", term, category)
        return category

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
        slug = make_slug(term, TAG_LIMIT)
        name = unescaped(term.name or slug)[:TAG_LIMIT]
        tag = Tag.objects.filter(slug=slug).first()
        tag = tag or Tag.objects.filter(name__iexact=name).first()
        if tag is None:
            tag = Tag.objects.create(name=name, slug=slug)
            self._add_row("post_tag", term, tag)
        return tag

    def _add_row(self, kind, term, target):
        self.tally.extra["categories" if kind == "category" else "tags"] += 1
        key = kind, number_of(term.slug or term.name), 0
        if key not in self.ledger.known:
            # The number of the term, for ?cat=7.
            self.ledger.add([self.ledger.new_row(key, target, raw=term.number)])

    def forget(self):
        """Forget the terms of a transaction that was rolled back."""
        self._categories.clear()
        self._tags.clear()


def make_slug(term, limit):
    """Return the slug of a term as it was, in the characters allowed here."""
    slug = slugify(unquote(term.slug)) or slugify(unescaped(term.name))
    return (slug or f"term-{number_of(term.slug or term.name)}")[:limit].strip("-")
