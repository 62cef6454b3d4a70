"""A streaming parser of WXR, the XML in which WordPress exports a site.

Built on Expat itself: it is as fast as the parsers that build trees, reports line
numbers, and tells of a DOCTYPE before it looks at the entities inside of it.
"""

from xml.parsers import expat

from .characters import Decoder
from .elements import Author, Item, SourceComment, Term
from .errors import ExportError

VERSIONS = {"1.0", "1.1", "1.2"}
MAX_DEPTH = 40
MAX_ITEM = 64_000_000  # characters
MAX_ITEMS = 5_000_000
NAMESPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "": "",
}
WORDPRESS = "http://wordpress.org/export/"
CONTAINERS = {
    "channel",
    "item",
    "wp:author",
    "wp:category",
    "wp:comment",
    "wp:commentmeta",
    "wp:postmeta",
    "wp:tag",
    "wp:term",
    "wp:termmeta",
}
TAXONOMIES = {"tag": "post_tag", "": "category"}


class Site:
    """The site, as described at the beginning of an export."""

    def __init__(self):
        self.fields = {}
        self.authors = []
        self.terms = []

    @property
    def language(self):
        """The language of the whole site, such as "en-US", or ""."""
        return self.fields.get("language", "").strip()

    @property
    def url(self):
        """The URL of the old blog, without a slash at its end."""
        names = ("wp:base_blog_url", "wp:base_site_url", "link")
        urls = (self.fields.get(name, "").strip() for name in names)
        return next(filter(None, urls), "").rstrip("/")


class Parser:
    """Parse the parts of an export: feed it bytes, take its items."""

    def __init__(self, site, mapping=None):
        self.site, self.items, self.dropped, self.count = site, [], 0, 0
        self.mapping = mapping or {}

    def parse(self, name, chunks):
        """Yield the items of one XML file. Raise ExportError if it is not WXR."""
        self._start_part(name)
        decode = Decoder()
        try:
            for chunk in chunks:
                self._expat.Parse(decode(chunk), False)
                self._check_size()
                yield from self._take_items()
            self._expat.Parse(decode(b"", True), True)
        except expat.ExpatError as error:
            self._refuse(f"not well-formed: {expat.ErrorString(error.code)}", error)
        except UnicodeError as error:
            self._refuse(f"its encoding cannot be read ({error})")
        self.dropped += decode.dropped
        yield from self._take_items()
        if not self._version:
            self._refuse("not a WordPress export: it has no wp:wxr_version")

    def _start_part(self, name):
        self._name, self._version, self._item_start = name, "", None
        # The names and data of open containers, the innermost last.
        self._open, self._frames, self._names = [], [], {}
        parser = self._expat = expat.ParserCreate(namespace_separator="|")
        parser.buffer_text, parser.buffer_size = True, 1 << 16
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.EntityDeclHandler = self._refuse_doctype
        self._set_handlers(parser)

    def _set_handlers(self, parser):
        """Set the handlers of elements and text.

        They are called millions of times, so they are closures: half again as fast as
        methods.
        """
        names, opened, chunks = self._names, self._open, []
        depth, inner, attributes = 0, 0, {}

        def start(name, given):
            nonlocal depth, inner, attributes
            key = names.get(name) or self._resolve(name)
            depth += 1
            if key in CONTAINERS:
                self._start_container(key, depth)
                inner = depth + 1
            elif depth == inner:
                attributes = given
            elif depth > MAX_DEPTH or depth == 1:
                self._check_depth(key, depth)
            del chunks[:]

        def end(name):
            nonlocal depth, inner
            depth -= 1
            key = names[name]
            if key in CONTAINERS:
                opened.pop()
                END[key](self, self._frames.pop())
                inner = opened[-1][1] + 1 if opened else 0
            elif depth == inner - 1:
                self._end_field(key, "".join(chunks), attributes)
            del chunks[:]

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = chunks.append

    def _take_items(self):
        items, self.items = self.items, []
        return items

    def _refuse(self, reason, error=None):
        line = error.lineno if error else self._expat.CurrentLineNumber
        column = error.offset if error else self._expat.CurrentColumnNumber
        message = f"{self._name}, line {line}, column {column + 1}: {reason}."
        raise ExportError(message) from error

    def _refuse_doctype(self, *arguments):
        self._refuse("it has a DOCTYPE, which no export needs and attacks use")

    def _check_size(self):
        start = self._item_start
        if start is not None and self._expat.CurrentByteIndex - start > MAX_ITEM:
            self._refuse(f"an item of more than {MAX_ITEM:,} characters")

    def _check_depth(self, key, depth):
        if depth > MAX_DEPTH:
            self._refuse("elements are nested too deeply")
        if key != "rss":
            self._refuse(f"not a WordPress export: it begins with <{key}>")

    def _start_container(self, key, depth):
        self._open.append((key, depth))
        self._frames.append({})
        if depth == 1 or depth > MAX_DEPTH:
            self._check_depth(key, depth)
        if key == "item":
            self._start_item()

    def _start_item(self):
        if self._version not in VERSIONS:
            self._refuse("not a WordPress export: no wp:wxr_version before the items")
        self.count += 1
        if self.count > MAX_ITEMS:
            self._refuse(f"more than {MAX_ITEMS:,} items")
        self._item_start = self._expat.CurrentByteIndex
        self._item = Item({}, self._expat.CurrentLineNumber, mapping=self.mapping)

    def _end_field(self, key, text, attributes):
        if key == "category" and self._parent == "item":
            domain = attributes.get("domain", "")
            slug = attributes.get("nicename", "")
            domain = TAXONOMIES.get(domain, domain)
            self._item.terms.append(Term(domain, slug, text.strip()))
        elif not self._frames[-1].get(key):
            self._frames[-1][key] = text
            if key == "wp:wxr_version":
                self._set_version(text.strip())

    @property
    def _parent(self):
        return self._open[-1][0] if self._open else ""

    def _set_version(self, version):
        if version not in VERSIONS:
            self._refuse(f"version {version[:20] or '(empty)'} of WXR is not known")
        self._version = version

    def _resolve(self, name):
        """Return "wp:post_id" for a name with the URL of its namespace."""
        namespace, _, local = name.rpartition("|")
        if namespace.startswith(WORDPRESS):
            prefix = "excerpt:" if "/excerpt" in namespace else "wp:"
        else:
            prefix = NAMESPACES.get(namespace, "?")
        if len(self._names) > 10_000:
            self._refuse("too many kinds of elements")
        return self._names.setdefault(name, prefix + local)

    def _end_channel(self, fields):
        for name, value in fields.items():
            self.site.fields.setdefault(name, value)

    def _end_item(self, fields):
        self._item.fields, self._item_start = fields, None
        known = [term for term in self._item.terms if term.slug or not term.name]
        if known:  # WordPress 2 wrote each category twice, once without a slug
            self._item.terms = known
        self.items.append(self._item)

    def _end_comment(self, fields):
        meta = fields.pop("meta", [])
        if self._parent == "item":
            self._item.comments.append(SourceComment(fields, meta))

    def _end_meta(self, fields):
        pair = fields.get("wp:meta_key", "").strip(), fields.get("wp:meta_value", "")
        if self._parent == "wp:comment":
            self._frames[-1].setdefault("meta", []).append(pair)
        elif self._parent == "item":
            self._item.meta.append(pair)

    def _end_author(self, fields):
        get = lambda name: fields.get(f"wp:author_{name}", "").strip()  # noqa: E731
        parts = get("display_name") or f"{get('first_name')} {get('last_name')}"
        login = get("login")
        if login:
            author = Author(login, get("email"), parts.strip() or login, get("id"))
            self.site.authors.append(author)

    def _end_category(self, fields):
        self._add_term("category", "wp:cat_name", "wp:category_", fields)

    def _end_tag(self, fields):
        fields.setdefault("wp:tag_nicename", fields.get("wp:tag_slug", ""))
        self._add_term("post_tag", "wp:tag_name", "wp:tag_", fields)

    def _end_term(self, fields):
        fields.setdefault("wp:term_nicename", fields.get("wp:term_slug", ""))
        domain = fields.get("wp:term_taxonomy", "").strip() or "(none)"
        domain = TAXONOMIES.get(domain, domain)
        self._add_term(domain, "wp:term_name", "wp:term_", fields)

    def _add_term(self, domain, name, prefix, fields):
        slug = fields.get(f"{prefix}nicename", "").strip()
        self.site.terms.append(
            Term(
                domain,
                slug,
                fields.get(name, "").strip() or slug,
                fields.get(f"{prefix}parent", "").strip(),
                fields.get(f"{prefix}description", "").strip(),
                fields.get("wp:term_id", "").strip(),
            )
        )


def ignore(parser, fields):
    """Drop the fields of an element that is not needed."""


END = {
    "channel": Parser._end_channel,
    "item": Parser._end_item,
    "wp:author": Parser._end_author,
    "wp:category": Parser._end_category,
    "wp:comment": Parser._end_comment,
    "wp:commentmeta": Parser._end_meta,
    "wp:postmeta": Parser._end_meta,
    "wp:tag": Parser._end_tag,
    "wp:term": Parser._end_term,
    "wp:termmeta": ignore,
}


def read_items(export, site=None, parser=None):
    """Yield the items of all parts of `export`, in order."""
    parser = parser or Parser(site or Site())
    for name, chunks in export.parts():
        yield from parser.parse(name, chunks)
