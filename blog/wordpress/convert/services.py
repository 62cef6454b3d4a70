"""An article as the fields of a service, which has sections instead of a body."""

from html import escape

from django.utils.text import Truncator

SHORT_LIMIT = 120
ONE_PICTURE = "a service has one picture"


def convert_service(article):
    """Return the values of a service page; its text is under “How we treat it”."""
    html, picture, notices = [], [], []
    for block in article.blocks:
        kind, value = block["type"], block["value"]
        if kind == "figure" and not picture:
            picture = [block]
        elif kind == "notice":
            notices.append(block)
        else:
            html.append(TEXTS[kind](value))
        if kind == "figure" and picture != [block]:
            article.losses.append(("image", ONE_PICTURE, value["caption"][:100]))
    summary = article.introduction or article.title
    return {
        "short": Truncator(summary).chars(SHORT_LIMIT, truncate="…"),
        "summary": summary,
        "picture": picture,
        "treatment": "".join(html),
        "doctor_notices": notices,
    }


def _paragraphs(*texts, mark=""):
    start, end = (f"<p><{mark}>", f"</{mark}></p>") if mark else ("<p>", "</p>")
    lines = [line for text in texts for line in text.split("\n\n") if line.strip()]
    return "".join(f"{start}{escape(line, quote=False)}{end}" for line in lines)


def _table(value):
    columns = [column["heading"] for column in value["table"]["columns"]]
    rows = [row["values"] for row in value["table"]["rows"]]
    cells = [f"<li>{'; '.join(filter(None, row))}</li>" for row in rows]
    cells = [cell.replace("<p>", "").replace("</p>", "") for cell in cells]
    head = _paragraphs(value["caption"], "; ".join(filter(None, columns)), mark="b")
    return f"{head}<ul>{''.join(cells)}</ul>" if cells else head


def _video(value):
    title = escape(value["title"], quote=False)
    return f'<p><a href="{escape(value["url"])}">{title}</a></p>'


TEXTS = {
    "paragraph": str,
    "heading": lambda value: _paragraphs(value["text"], mark="b"),
    "figure": lambda value: _paragraphs(value["caption"]),
    "quote": lambda value: _paragraphs(value["text"], value["source"]),
    "callout": lambda value: _paragraphs(value["title"], mark="b") + value["text"],
    "table": _table,
    "video": _video,
}
