"""Figures, images, galleries, videos and players."""

from urllib.parse import urlsplit

from boulder_therapeutics.core.blocks.media import is_link

from ...read.elements import to_number
from ..markup.html import Node, plain
from .nodes import SMILEY, is_element, text_without
from .videos import video_url

CAPTION_LIMIT, TITLE_LIMIT = 500, 255
INSIDE_FIGURES = {
    *["audio", "blockquote", "figure", "iframe", "pre", "table", "ul", "ol", "video"],
    *["wp-embed", "wp-gallery"],
}


class MediaWriterMixin:
    """Adds images, videos, files and figures to the blocks."""

    def write_figure(self, node):
        """Add the contents of a figure, with its caption where it belongs."""
        caption = next((n for n in node.iterate() if n.tag == "figcaption"), None)
        if caption and _above(node, caption) is not node:
            caption = None
        rest = [child for child in node.children if child is not caption]
        text = plain(caption) if caption else ""
        images = _images(node)
        inside = node.find(*INSIDE_FIGURES)
        if inside is None and len(images) == 1:
            self.write_image(images[0], caption, node)
            left = "".join(text_without(child, {caption}) for child in rest)
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
        link = self.link_around(figure.find("a")) if figure else self.link
        alt = node.get("alt") or picture.alt or (link and (text or _readable(link)))
        image = {"image": picture.pk, "alt_text": alt[:255], "decorative": not alt}
        is_long = len(text) > CAPTION_LIMIT
        value = {"image": image, "caption": "" if is_long else text}
        self.add("figure", {**value, "link": link} if link else value)
        if is_long:
            self._write_inline(caption.children)
        elif caption and caption.find("a"):
            self.losses.add("caption", "links in it")

    def link_around(self, node):
        """Return where an image in a link leads, "" if only to the image itself."""
        url = node.get("href") if is_element(node, "a") and node.find("img") else ""
        if not url or self.resolver.picture(url):
            return ""
        link = self.resolver.url(url)
        if link is None or not is_link(link):
            self.losses.add("link of an image", url)
            return ""
        return link

    def write_gallery(self, node):
        """Add each image of a gallery; without ids, those attached to the post."""
        numbers = list(filter(None, map(to_number, node.get("ids").split(","))))
        if not numbers and (post := to_number(node.get("post"))):
            numbers = self.resolver.attached(post)
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
        self.write([c for c in node.children if not is_element(c, "source")])


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
    try:
        parts = urlsplit(url)
    except ValueError:  # such as "https://[x"
        return url
    return f"{parts.netloc}{parts.path}".rstrip("/") or url
