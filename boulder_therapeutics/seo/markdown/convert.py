"""Conversion of a rendered page to Markdown."""

from urllib.parse import urljoin

from bs4 import BeautifulSoup
from markdownify import ATX, MarkdownConverter

# What only helps to use the page in a browser: ways elsewhere, forms, printing.
ELEMENTS = {"nav", "form", "button", "script", "svg"}
CLASSES = {
    *["comment__reply", "exercise__print", "exercise__ready", "exercise__source"],
    "respond",
}
URL_ATTRIBUTES = [("a", "href"), ("img", "src")]


class Converter(MarkdownConverter):
    """Escapes all that Markdown would read as markup, and marks what HTML has more."""

    class Options(MarkdownConverter.DefaultOptions):
        bullets = "-"
        escape_misc = True
        heading_style = ATX
        wrap = True  # joins the lines of a paragraph, but does not break them
        wrap_width = None

    def convert_img(self, el, text, parent_tags):
        """Write images with alt text; the others are decoration."""
        if not el.get("alt"):
            return ""
        el["alt"] = self.escape(el["alt"], parent_tags)
        return super().convert_img(el, text, parent_tags)

    def convert_summary(self, el, text, parent_tags):
        """Write a question as a heading above its answer."""
        return self.convert_hN(3, el, text, parent_tags)


def to_markdown(html, url):
    """Return the main part of the page `html` as Markdown, with absolute URLs.

    Without controls. `url` is the page's.
    """
    main = read_main(html)
    for name, attribute in URL_ATTRIBUTES:
        for element in main.find_all(name, {attribute: True}):
            element[attribute] = urljoin(url, element[attribute]).replace(" ", "%20")
    return convert(main)


def convert(element):
    """Return an element as Markdown."""
    # Tables in Markdown have no caption, and one row of headings, the first.
    for caption in element.select("table > caption"):
        caption.name = "p"
        caption.parent.insert_before(caption)
    for heading in element.select("thead ~ tbody th"):
        heading.name = "td"
    return Converter().convert_soup(element).strip() + "\n"


def read_main(html):
    """Return the main element of a page, without its controls."""
    return skip_controls(BeautifulSoup(html, "html.parser").main)


def skip_controls(element):
    """Remove the controls from an element, and return it."""
    # Half as fast if `find_all` asked for each.
    for control in [each for each in element.find_all(True) if is_control(each)]:
        control.decompose()
    return element


def is_control(element):
    attributes = element.attrs
    return (
        element.name in ELEMENTS
        or "hidden" in attributes
        or "data-share" in attributes
        or attributes.get("aria-hidden") == "true"
        or not CLASSES.isdisjoint(attributes.get("class", ()))
    )
