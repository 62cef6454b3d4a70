"""Footnotes, whose texts WordPress keeps in a custom field."""

import json

from .delimiters import DELIMITER


def add_footnotes(content, footnotes):
    """Return `content` with its footnotes as a list where their block is."""
    texts = _texts_of(footnotes) if "wp:footnotes" in content and footnotes else []
    if not texts:
        return content
    items = "".join(f"<li>{text}</li>" for text in texts)
    html = f"<!-- wp:list --><ol>{items}</ol><!-- /wp:list -->"

    def replace(match):
        return html if match["name"] == "footnotes" and match["void"] else match[0]

    return DELIMITER.sub(replace, content)


def _texts_of(footnotes):
    try:
        notes = json.loads(footnotes)
    except (ValueError, RecursionError):
        return []
    notes = notes if isinstance(notes, list) else []
    texts = [note.get("content") for note in notes if isinstance(note, dict)]
    return [text for text in texts if isinstance(text, str)]
