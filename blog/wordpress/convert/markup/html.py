"""HTML as a tree: repaired and cleaned by nh3, then read into simple nodes."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

VOID = {"br", "hr", "img", "source", "wbr", "col", "embed", "track"}
# Elements with a meaning here, others disappear and leave their text.
TAGS = {
    *[
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "blockquote",
        "br",
        "caption",
        "center",
        "cite",
        "code",
    ],
    *[
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
    ],
    *[
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "iframe",
        "img",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "menu",
        "nav",
        "object",
        "ol",
        "p",
    ],
    *[
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
    ],
    *[
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "video",
    ],
    *["fieldset", "form", "hgroup", "legend", "optgroup", "option"],
    *["label", "wp-cover", "wp-embed", "wp-gallery"],
}
# Their text does not touch that of their neighbors.
BLOCKS = {
    *["address", "article", "aside", "blockquote", "caption", "center", "dd"],
    *["details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"],
    *["form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend"],
    *["li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section"],
    *["summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"],
}
ATTRIBUTES = {
    "*": {"class", "id", "data-id", "title", "role"},
    "a": {"href"},
    "blockquote": {"cite"},
    "embed": {"src"},
    "iframe": {"src"},
    "img": {"alt", "src", "data-src", "data-full-url", "data-link"},
    "object": {"data"},
    "source": {"src"},
    "video": {"src", "poster"},
    "audio": {"src"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "wp-cover": {"src"},
    "wp-gallery": {"ids", "post"},
}
SCHEMES = {"http", "https", "mailto", "tel", "sms"}
MAX_DEPTH = 200


@dataclass(eq=False)
class Node:
    """An element; `children` holds nodes and texts."""

    tag: str
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)

    @property
    def classes(self):
        return set((self.attributes.get("class") or "").split())

    def get(self, name):
        return (self.attributes.get(name) or "").strip()

    def iterate(self):
        """Yield this node and all below it, in the order of the document."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.iterate()

    def find(self, *tags):
        """Return the first node below this one with one of `tags`, or None."""
        return next(
            (n for n in self.iterate() if n.tag in tags and n is not self), None
        )

    def find_class(self, name):
        return next((node for node in self.iterate() if name in node.classes), None)


class _TreeBuilder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("div")
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID and len(self.open) < MAX_DEPTH:
            self.open.append(node)

    def handle_endtag(self, tag):
        # What nh3 wrote is balanced, except below MAX_DEPTH.
        if len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()

    def parse_marked_section(self, i, report=1):
        """Take "<![" for text, which nh3 leaves in frames, instead of raising."""
        self.handle_data(self.rawdata[i : i + 3])
        return i + 3

    def handle_data(self, data):
        self.open[-1].children.append(data)


def parse(html):
    """Return the tree of any HTML, without anything active in it."""
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        clean_content_tags={"noscript", "script", "style"},
    )
    builder = _TreeBuilder()
    builder.feed(cleaned)
    builder.close()
    return builder.root


def text_of(node):
    """Return the text of a node, with line breaks at `<br>` and between blocks."""
    if isinstance(node, str):
        return node
    if node.tag == "br":
        return "\n"
    text = "".join(text_of(child) for child in node.children)
    return f"\n{text}\n" if node.tag in BLOCKS else text


def plain(node):
    """Return the text of a node on one line."""
    return " ".join(text_of(node).split())
