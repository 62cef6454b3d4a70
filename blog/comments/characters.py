"""What single characters are, and texts that differ only in how they are written."""

import re
import unicodedata
from itertools import groupby

# Everything that neither HTML nor XML may hold.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
CONTROLS = {"Cc", "Zl", "Zp"}
INVISIBLE = CONTROLS | {"Cf", "Cn", "Co", "Cs", "Zs"}
# Letters and marks by their category, and yet nothing to see.
BLANKS = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe0e\ufe0f")
# Unicode's own bound for text that can be worked on as it comes in.
MOST_MARKS = 30


def is_invisible(character):
    """Tell whether a reader sees nothing where `character` stands."""
    return character in BLANKS or unicodedata.category(character) in INVISIBLE


def is_blank(text):
    """Tell whether a reader sees nothing at all."""
    return all(map(is_invisible, text))


def has_controls(text):
    """Tell whether `text` holds characters that have no place in one line."""
    return any(unicodedata.category(character) in CONTROLS for character in text)


def normalize(text):
    """Return `text` in NFC and with `\\n` for every end of a line.

    Heaps of accents stay as they are: sorting them takes time that grows with the
    square of their number.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() or _most_marks(text) > MOST_MARKS:
        return text
    return unicodedata.normalize("NFC", text)


def _most_marks(text):
    runs = groupby(bool(unicodedata.combining(character)) for character in text)
    return max((sum(run) for _, run in runs), default=0)
