import re

from wagtail.models import Page

from .pictures import load_picture

LINK = re.compile(r'<a href="(/[^"]*)">')


def make_body(body):
    """Return the blocks of a body as Wagtail stores them."""
    return [{"type": kind, "value": make_value(kind, value)} for kind, value in body]


def make_value(kind, value):
    """Return the value of a block as Wagtail stores it."""
    match kind:
        case "paragraph":
            return link_pages(value)
        case "callout":
            return value | {"text": link_pages(value["text"])}
        case "figure":
            return make_figure(value["image"], value["alt"], value["caption"])
        case "exercise":
            return make_exercise(**value)
        case "table":
            return make_table(**value)
        case "booking":
            service = value["service"]
            found = find_page(f"/services/{service}/") if service else None
            return value | {"service": found and found.pk}
        case _:
            return value


def make_figure(name, alt, caption):
    """Return the value of a figure block with the drawing `name`."""
    return {"image": make_image(name, alt), "caption": caption}


def make_image(name, alt):
    """Return the value of an image block with the drawing `name`, empty if None."""
    if name is None:
        return {"image": None, "alt_text": None, "decorative": None}
    return {"image": load_picture(name, alt).pk, "alt_text": alt, "decorative": False}


def make_exercise(steps, image=None, alt="", **value):
    """Return the value of an exercise block, with the drawing named `image` if any."""
    return value | {"steps": steps, "picture": make_image(image, alt)}


def make_table(caption, header, rows):
    """Return the value of a table block from lists of strings."""
    return {
        "caption": caption,
        "table": {
            "columns": [{"type": "text", "heading": text} for text in header],
            "rows": [{"values": row} for row in rows],
            "caption": "",
        },
    }


def make_questions(questions):
    """Return a stream of question blocks."""
    return [
        {
            "type": "question",
            "value": {"question": question, "answer": link_pages(answer)},
        }
        for question, answer in questions
    ]


def make_references(references):
    """Return a stream of reference blocks from (text, URL) pairs."""
    return [
        {"type": "reference", "value": {"text": text, "url": url}}
        for text, url in references
    ]


def make_steps(steps):
    """Return a stream of step blocks."""
    return [
        {"type": "step", "value": {"title": title, "text": text}}
        for title, text in steps
    ]


def make_offers(offers):
    """Return a stream of offer blocks; see the content for their order."""
    names = "kind", "title", "text", "dollars", "unit"
    return [
        {"type": "offer", "value": dict(zip(names, offer, strict=True)) | {"link": ""}}
        for offer in offers
    ]


def make_lines(kind, lines):
    """Return a stream of one-line blocks."""
    return [{"type": kind, "value": line} for line in lines]


def link_pages(html):
    """Replace links to paths of this site with Wagtail's links to pages."""
    return LINK.sub(_link_page, html)


def find_page(path):
    """Return the page with the URL `path`, or None."""
    return Page.objects.filter(url_path=f"/home{path}").first()


def _link_page(match):
    page = find_page(match[1])
    return f'<a linktype="page" id="{page.pk}">' if page else match[0]
