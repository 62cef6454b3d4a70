"""A tree of HTML as the blocks of a body."""

from django.utils.text import slugify

from boulder_therapeutics.core.blocks.headings import unique_anchor

from ..markup.html import BLOCKS, Node, plain
from ..result import make_id
from .media import MediaWriterMixin
from .nodes import HEADINGS, MEDIA, SMILEY, is_element, outermost
from .own import OWN_BLOCKS
from .quotes import QuoteWriterMixin
from .rich_text import RichText, clean, is_visible

HEADING_LIMIT = 255


class StreamWriter(MediaWriterMixin, QuoteWriterMixin):
    """Collects the blocks of one body."""

    def __init__(self, resolver, losses, seed, title=""):
        self.resolver, self.losses, self.seed = resolver, losses, seed
        self.title, self.blocks, self.anchors = title, [], set()
        self.has_missing_media = False
        self.link = ""  # where the images that are written now lead

    def add(self, kind, value):
        position = len(self.blocks)
        block_id = make_id(self.seed, position)
        self.blocks.append({"type": kind, "value": value, "id": block_id})

    def add_text(self, html):
        """Add rich text, to the paragraph before if there is one."""
        html = clean(html)
        if not is_visible(html):
            return
        if self.blocks and self.blocks[-1]["type"] == "paragraph":
            self.blocks[-1]["value"] += html
        else:
            self.add("paragraph", html)

    def write(self, children):
        """Add the blocks of `children`, and inline content between as paragraphs."""
        inline = []
        for child in children:
            if isinstance(child, str) or not self._is_block(child):
                inline.append(child)
                continue
            self._write_inline(inline)
            inline = []
            self._write_block(child)
        self._write_inline(inline)

    def _is_block(self, node):
        if node.tag in WRITERS or node.tag in BLOCKS or node.tag in OWN_BLOCKS:
            return not node.classes & SMILEY
        return node.tag not in {"br"} and any(
            isinstance(child, Node) and self._is_block(child) for child in node.children
        )

    def _write_block(self, node):
        for name in OWN_BLOCKS.keys() & node.classes:
            if OWN_BLOCKS[name](self, node):
                return
        writer = WRITERS.get(node.tag)
        if writer:
            writer(self, node)
        else:
            if is_element(node, "a") and node.get("href") and not node.find("img"):
                self.losses.add("link", node.get("href"))
            outer, self.link = self.link, self.link_around(node) or self.link
            self.write(node.children)
            self.link = outer

    def _write_inline(self, children):
        if not children:
            return
        writer = self.rich_text()
        html = writer.paragraph([_without_smileys(child) for child in children])
        self.add_text(html)

    def rich_text(self):
        return RichText(self.resolver, self.losses, MEDIA)

    def write_paragraph(self, node):
        if any(isinstance(c, Node) and self._is_block(c) for c in node.children):
            self.write(node.children)
        else:
            self._write_inline(node.children)

    def write_heading(self, node):
        """Add a heading; media in it follow, as headings are text only."""
        text = plain(node)
        if node.find("a"):
            self.losses.add("heading", f"link in “{text}”")
        if len(text) > HEADING_LIMIT:
            self.add_text(f"<p><b>{self.rich_text().inline([text])}</b></p>")
        elif text:
            anchor = slugify(node.get("id") or text)[:90].strip("-")
            anchor = unique_anchor(anchor, self.anchors)
            level = HEADINGS[node.tag]
            self.add("heading", {"text": text, "level": level, "anchor": anchor})
            self.losses.place = text
        self._write_media(outermost(node, *MEDIA))

    def _write_media(self, nodes):
        for node in nodes:
            self._write_block(node)

    def write_list(self, node):
        writer = self.rich_text()
        self.add_text(writer.list(node))
        self._write_media(writer.media)

    def write_pre(self, node):
        self.add_text(self.rich_text().preformatted(node))
        self._write_media(outermost(node, *MEDIA))

    def write_term(self, node):
        self.add_text(self.rich_text().paragraph([Node("b", {}, node.children)]))

    def skip(self, node):
        """Add nothing: rules are for looks."""


def _without_smileys(child):
    if is_element(child, "img"):
        return child.get("alt")
    return child


WRITERS = {
    "p": StreamWriter.write_paragraph,
    **dict.fromkeys(HEADINGS, StreamWriter.write_heading),
    "ul": StreamWriter.write_list,
    "ol": StreamWriter.write_list,
    "blockquote": StreamWriter.write_quote,
    "pre": StreamWriter.write_pre,
    "table": StreamWriter.write_table,
    "figure": StreamWriter.write_figure,
    "img": StreamWriter.write_image,
    "hr": StreamWriter.skip,
    "dt": StreamWriter.write_term,
    "summary": StreamWriter.write_term,
    "iframe": StreamWriter.write_embed,
    "embed": StreamWriter.write_embed,
    "object": StreamWriter.write_embed,
    "wp-embed": StreamWriter.write_embed,
    "wp-gallery": StreamWriter.write_gallery,
    "wp-cover": StreamWriter.write_cover,
    "audio": StreamWriter.write_player,
    "video": StreamWriter.write_player,
}
