"""The elements of an export, as plain data."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property


@dataclass
class Term:
    """A category, tag or other term, declared by the export or used by an item."""

    domain: str
    slug: str
    name: str
    parent: str = ""
    description: str = ""
    number: str = ""


@dataclass
class Author:
    login: str
    email: str = ""
    name: str = ""
    number: str = ""


@dataclass
class SourceComment:
    fields: dict
    meta: list

    @cached_property
    def number(self):
        return to_number(self.fields.get("wp:comment_id"))

    @property
    def parent(self):
        return to_number(self.fields.get("wp:comment_parent"))

    @property
    def type(self):
        return self.fields.get("wp:comment_type", "").strip() or "comment"

    @property
    def status(self):
        """The status in words, as WordPress 1.0 to 6.9 write it."""
        value = self.fields.get("wp:comment_approved", "").strip()
        return {"1": "approved", "0": "pending", "": "(none)"}.get(value, value)

    @cached_property
    def sha256(self):
        return digest(self.fields, self.meta)


@dataclass
class Item:
    """A post, page, attachment or anything else with a title."""

    fields: dict
    line: int
    terms: list = field(default_factory=list)
    meta: list = field(default_factory=list)
    comments: list = field(default_factory=list)
    # Distinguishes different items with the same type and number: 0 for the first.
    copy: int = 0
    # The kinds as which types of plugins are imported, such as {"staff": "page"}.
    mapping: dict = field(default_factory=dict, repr=False)

    @property
    def number(self):
        return to_number(self.fields.get("wp:post_id"))

    @property
    def type(self):
        return self.fields.get("wp:post_type", "").strip() or "(none)"

    @property
    def kind(self):
        """What it is imported as: "post", "page", "attachment", or its type."""
        return self.mapping.get(self.type, self.type)

    @property
    def status(self):
        return self.fields.get("wp:status", "").strip() or "(none)"

    @property
    def key(self):
        return self.type, self.number, self.copy

    @property
    def parent(self):
        return to_number(self.fields.get("wp:post_parent"))

    @property
    def content(self):
        return self.fields.get("content:encoded", "")

    def get(self, name):
        """Return the text of a field without surrounding white space, or ""."""
        return self.fields.get(name, "").strip()

    @property
    def language(self):
        """The language as Polylang tells it, such as "es", or ""."""
        return next((t.slug for t in self.terms if t.domain == "language"), "")

    @property
    def translations(self):
        """What an item has in common with its translations, as Polylang tells it."""
        terms = (t.slug for t in self.terms if t.domain == "post_translations")
        return next(terms, "")

    def get_meta(self, key):
        """Return the last value of a custom field, or ""."""
        return next((v for k, v in reversed(self.meta) if k == key), "").strip()

    @cached_property
    def sha256(self):
        """The digest of everything but the comments."""
        terms = [(term.domain, term.slug, term.name) for term in self.terms]
        return digest(self.fields, self.meta, terms)

    @cached_property
    def comments_sha256(self):
        if not self.comments:
            return ""
        return digest([comment.sha256 for comment in self.comments])


def to_number(text):
    """Return a positive whole number, or 0 for anything else."""
    text = (text or "").strip()
    is_number = text.isascii() and text.isdigit() and len(text) < 19
    return int(text) if is_number else 0


def digest(*parts):
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()
