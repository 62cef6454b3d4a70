"""Looking at nodes: what they are, and their text."""

from ..markup.html import BLOCKS, Node

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
SMILEY = {"wp-smiley", "emoji"}


def is_element(node, *tags):
    """Return whether `node` is an element, not a text, with one of `tags`."""
    return isinstance(node, Node) and node.tag in tags


def outermost(node, *tags):
    """Yield the nodes below `node` with one of `tags`, but not those in each other."""
    for child in node.children:
        if is_element(child, *tags):
            yield child
        elif isinstance(child, Node):
            yield from outermost(child, *tags)


def text_without(child, without):
    if isinstance(child, str):
        return " ".join(child.split("\n"))
    if child in without:
        return ""
    if child.tag == "br":
        return "\n"
    text = "".join(text_without(c, without) for c in child.children)
    return f"\n{text}\n" if child.tag in BLOCKS else text
