"""The settings of blocks: JSON, in which blocks of plugins keep words for visitors."""

import json
import re

MAX_DEPTH = 20
# Names of settings, such as "buttonText" or "items_0_title".
WORDS = re.compile(
    r"(?:title|text|content|caption|quote|heading|label|question|answer|description|"
    r"author|(?:^|_)name)$",
    re.IGNORECASE,
)
NO_WORDS = re.compile(
    r"^_|class|style|css|icon|font|align|justify|metadata|query|email|recipient|"
    r"subject|message|placeholder|admin|internal",
    re.IGNORECASE,
)
# Of these only some values are words, for example of a link.
SELDOM = re.compile(
    r"ids?$|url|href|src|link|file|slug|anchor|color|background|gradient|border|shadow|"
    r"margin|padding|spacing|transition|transform|animation|template|layout|theme|size|"
    r"width|height|shortcode",
    re.IGNORECASE,
)
IS_CODE = re.compile(r"\s*(?:https?:|[/#.{\[]|field_\w+$|[\w-]+/[\w-]+$)")
IS_SENTENCE = re.compile(r"[^\W\d_]{2,}\W+(?:\w+\W+)*?[^\W\d_]{2,}")
LENGTH = re.compile(r"\d(?:px|r?em|vh|vw|%|deg|ms)\b|;\s*$")


def read_settings(text):
    """Return the settings of a block; None if they are damaged."""
    try:
        value = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else {}


def words_in(value, name="", depth=0):
    """Yield the texts among the settings that are for visitors, at any depth."""
    if depth > MAX_DEPTH or NO_WORDS.search(name):
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from words_in(inner, key, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from words_in(inner, name, depth + 1)
    elif isinstance(value, str) and _is_for_visitors(value, name):
        yield value


def _is_for_visitors(text, name):
    if not text.strip() or IS_CODE.match(text):
        return False
    if WORDS.search(name):
        return True
    is_sentence = IS_SENTENCE.search(text) and not LENGTH.search(text)
    return bool(is_sentence and not SELDOM.search(name))
