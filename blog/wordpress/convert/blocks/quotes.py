"""Quotes and tables."""

from ..markup.html import BLOCKS, Node, plain
from .nodes import MEDIA, is_element, outermost, text_without
from .rich_text import clean, is_visible
from .tables import make_table, rows_of

SOURCE_LIMIT, TITLE_LIMIT = 255, 255


class QuoteWriterMixin:
    """Adds quotes and tables to the blocks."""

    def write_quote(self, node):
        """Add a quote; its source is in `<cite>`, media and tables in it follow."""
        source = next(
            (n for n in reversed(list(node.iterate())) if n.tag == "cite"), None
        )
        apart = list(outermost(node, "table", *MEDIA))
        lines = _quoted_lines(node, {source, *apart})
        text = "\n\n".join(filter(None, lines))
        name = plain(source) if source else ""
        if len(name) > SOURCE_LIMIT:
            text, name = f"{text}\n\n{name}", ""
        if text:
            self.add("quote", {"text": text, "source": name})
        elif name:
            self.add_text(self.rich_text().paragraph([name]))
        if node.find("a"):
            self.losses.add("quote", "links in it")
        self._write_media(apart)

    def write_table(self, node, caption=""):
        if not rows_of(node):
            self.write(node.children)
            return
        caption = caption or (plain(c) if (c := node.find("caption")) else "")
        media = []

        def write_header(cell):
            media.extend(outermost(cell, *MEDIA))
            if cell.find("a"):
                self.losses.add("header of a table", f"link in “{plain(cell)}”")
            return plain(cell)

        def write_cell(cell):
            writer = self.rich_text()
            html = clean(writer.inline(cell.children))
            media.extend(writer.media)
            return f"<p>{html}</p>" if is_visible(html) else ""

        value = make_table(node, write_header, write_cell)
        name = caption if len(caption) <= TITLE_LIMIT else ""
        name = name or self._name_of_table()
        self.add("table", {"caption": name, "table": value})
        if len(caption) > TITLE_LIMIT:
            self.add_text(self.rich_text().paragraph([caption]))
        self._write_media(media)

    def _name_of_table(self):
        """Return a caption for a table without one, as all of ours need one."""
        headings = [b["value"]["text"] for b in self.blocks if b["type"] == "heading"]
        return (headings[-1] if headings else self.title or "Table")[:TITLE_LIMIT]


def _quoted_lines(node, without):
    """Yield the paragraphs of a quote as text."""
    line = []
    for child in node.children:
        if child in without if isinstance(child, Node) else False:
            continue
        if not is_element(child, *BLOCKS):
            line.append(text_without(child, without))
            continue
        yield _one_paragraph("".join(line))
        line = []
        yield from _quoted_lines(child, without)
    yield _one_paragraph("".join(line))


def _one_paragraph(text):
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
