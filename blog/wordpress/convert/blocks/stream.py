"""A tree of HTML as the blocks of a body."""

from urllib.parse import urlsplit

from django.utils.text import slugify

from boulder_therapeutics.core.blocks.headings import unique_anchor

from ..markup.html import Node, plain
from ..result import make_id
from .own import OWN_BLOCKS
from .rich_text import LISTS, RichText, clean, is_visible
from .tables import make_table, rows_of
from .videos import video_url

MEDIA = {
    *[
        "audio",
        "embed",
        "figure",
        "iframe",
        "img",
        "object",
        "video",
        "wp-cover",
        "wp-embed",
        "wp-gallery",
    ]
}
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
FLOW = {
    *[
        "address",
        "article",
        "aside",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "header",
    ],
    *[
        "main",
        "menu",
        "nav",
        "section",
        "summary",
        "figcaption",
        "li",
        "tbody",
        "tr",
        "td",
        "th",
        "caption",
    ],
}
HEADING_LIMIT, CAPTION_LIMIT, SOURCE_LIMIT, TITLE_LIMIT = 255, 500, 255, 255
SMILEY = {"wp-smiley", "emoji"}
INSIDE_FIGURES = {
    *[
        "audio",
        "blockquote",
        "figure",
        "iframe",
        "pre",
        "table",
        "ul",
        "ol",
        "video",
        "wp-embed",
        "wp-gallery",
    ]
}


class StreamWriter:
    """Collects the blocks of one body."""

    def __init__(self, resolver, losses, seed, title=""):
        self.resolver, self.losses, self.seed = resolver, losses, seed
        self.title, self.blocks, self.anchors = title, [], set()
        self.has_missing_media = False

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
        """Add what is in `children`, inline content between blocks as paragraphs."""
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
        if node.tag in WRITERS or node.tag in FLOW or node.tag in OWN_BLOCKS:
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
            self.write(node.children)

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
        self._write_media([n for n in node.iterate() if n.tag in MEDIA])

    def _write_media(self, nodes):
        for node in nodes:
            self._write_block(node)

    def write_list(self, node):
        writer = self.rich_text()
        self.add_text(writer.list(node))
        self._write_media(writer.media)

    def write_pre(self, node):
        self.add_text(self.rich_text().preformatted(node))
        self._write_media([n for n in node.iterate() if n.tag in MEDIA])

    def write_quote(self, node):
        """Add a quote; its source is in `<cite>`, media and tables in it follow."""
        source = next(
            (n for n in reversed(list(node.iterate())) if n.tag == "cite"), None
        )
        apart = [n for n in node.iterate() if n.tag in {"table", *MEDIA}]
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

        def write_cell(cell):
            writer = self.rich_text()
            html = clean(writer.inline(cell.children))
            media.extend(writer.media)
            return f"<p>{html}</p>" if is_visible(html) else ""

        value = make_table(node, write_cell)
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

    def write_figure(self, node):
        """Add what is in a figure, with its caption where it belongs."""
        caption = next((n for n in node.iterate() if n.tag == "figcaption"), None)
        if caption and _above(node, caption) is not node:
            caption = None
        rest = [child for child in node.children if child is not caption]
        text = plain(caption) if caption else ""
        images = [n for n in node.iterate() if n.tag == "img"]
        inside = node.find(*INSIDE_FIGURES)
        if inside is None and len(images) == 1:
            self.write_image(images[0], caption, node)
            left = "".join(_text_without(child, {caption}) for child in rest)
            self._write_inline([left])
        elif inside is not None and inside.tag == "table":
            self.write_table(inside, text)
        elif _is_embed(node, inside):
            self.write_embed(node, (plain(Node("div", {}, rest))), text)
        else:
            self.write(rest)
            self._write_inline(caption.children if caption else [])

    def write_image(self, node, caption=None, figure=None):
        if node.classes & SMILEY:
            self.add_text(self.rich_text().paragraph([node.get("alt")]))
            return
        number = _image_number(node, figure)
        url = node.get("data-full-url") or node.get("data-src") or node.get("src")
        picture = self.resolver.picture(url, number)
        text = plain(caption) if caption else ""
        if picture is None:
            self.has_missing_media = True
            self.losses.add("image", url or f"attachment {number}")
            self._write_inline(caption.children if caption else [])
            return
        alt = node.get("alt") or picture.alt
        image = {"image": picture.pk, "alt_text": alt[:255], "decorative": not alt}
        is_long = len(text) > CAPTION_LIMIT
        self.add("figure", {"image": image, "caption": "" if is_long else text})
        if is_long:
            self._write_inline(caption.children)
        elif caption and caption.find("a"):
            self.losses.add("caption", "links in it")

    def write_gallery(self, node):
        """Add each image of a gallery; without ids, those attached to the post."""
        numbers = [int(n) for n in node.get("ids").split(",") if n.strip().isdecimal()]
        post = node.get("post")
        if not numbers and post.isdecimal():
            numbers = self.resolver.attached(int(post))
        for number in numbers:
            self._add_picture(number)

    def _add_picture(self, number):
        picture = self.resolver.picture("", number)
        if picture is None:
            self.has_missing_media = True
            self.losses.add("image", f"attachment {number} of a gallery")
            return
        alt = picture.alt[:255]
        image = {"image": picture.pk, "alt_text": alt, "decorative": not alt}
        self.add("figure", {"image": image, "caption": picture.caption[:CAPTION_LIMIT]})

    def write_cover(self, node):
        """Add the background of a cover block, unless its HTML has the image, too."""
        number = node.get("data-id")
        image = Node("img", {"src": node.get("src"), "data-id": number})
        if not any(_image_number(n) == _image_number(image) for n in _images(node)):
            self.write_image(image)
        self.write(list(node.children))

    def write_embed(self, node, url=None, caption=""):
        """Add a video, or a link to what is not one."""
        url = (url or node.get("src") or node.get("data") or plain(node)).strip()
        if url.startswith("//"):
            url = f"https:{url}"
        if video := video_url(url):
            title = caption or node.get("title") or self.title or "Video"
            self.add("video", {"url": video, "title": title[:TITLE_LIMIT]})
            if len(caption) > TITLE_LIMIT:
                self.add_text(self.rich_text().paragraph([caption]))
        elif url.startswith("http"):
            self.losses.add("embed", url)
            name = node.get("title") or _readable(url)
            link = Node("a", {"href": url}, [name])
            self.add_text(self.rich_text().paragraph([link]))
        else:
            self.write(list(node.children))
        if caption and not video_url(url):
            self.add_text(self.rich_text().paragraph([caption]))

    def write_player(self, node):
        """Add a link to the file of `<video>` or `<audio>`."""
        source = node.find("source")
        url = node.get("src") or (source.get("src") if source else "")
        if url:
            link = Node("a", {"href": url}, [node.get("title") or _readable(url)])
            self.add_text(self.rich_text().paragraph([link]))
        self.write([c for c in node.children if not _is(c, "source")])

    def write_term(self, node):
        self.add_text(self.rich_text().paragraph([Node("b", {}, node.children)]))

    def skip(self, node):
        """Add nothing: rules are for looks."""


def _is(node, *tags):
    return isinstance(node, Node) and node.tag in tags


def _images(node):
    return [n for n in node.iterate() if n.tag == "img"]


def _above(node, image):
    """Return the innermost figure around an image."""
    inner = node
    for figure in node.iterate():
        if figure.tag == "figure" and any(n is image for n in figure.iterate()):
            inner = figure
    return inner


def _is_embed(figure, inside):
    is_marked = "wp-block-embed" in figure.classes
    return is_marked and (inside is None or inside.tag not in {"blockquote", "figure"})


def _image_number(node, figure=None):
    """Return the number of the attachment that an image shows, or 0."""
    classes = [name for n in (node, figure) if n for name in n.classes]
    numbers = [
        n.get("data-id").removeprefix("attachment_") for n in (node, figure) if n
    ]
    numbers += [
        name.removeprefix("wp-image-")
        for name in classes
        if name.startswith("wp-image-")
    ]
    return next((int(n) for n in numbers if n.isdecimal() and len(n) < 18), 0)


def _readable(url):
    """Return a short name for a URL, for the text of a link."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/") or url


def _without_smileys(child):
    if _is(child, "img"):
        return child.get("alt")
    return child


def _quoted_lines(node, without):
    """Yield the paragraphs of a quote as text."""
    line = []
    for child in node.children:
        if child in without if isinstance(child, Node) else False:
            continue
        is_block = _is(child, *FLOW, *LISTS, *HEADINGS, "p", "blockquote", "pre")
        if not is_block:
            line.append(_text_without(child, without))
            continue
        yield _one_paragraph("".join(line))
        line = []
        yield from _quoted_lines(child, without)
    yield _one_paragraph("".join(line))


def _text_without(child, without):
    if isinstance(child, str):
        return " ".join(child.split("\n"))
    if child in without:
        return ""
    return (
        "\n"
        if child.tag == "br"
        else "".join(_text_without(c, without) for c in child.children)
    )


def _one_paragraph(text):
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


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
