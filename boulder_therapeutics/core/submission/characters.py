"""Character classes, and normalization of text from visitors."""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

# Characters that are allowed in neither HTML nor XML.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
CONTROLS = {"Cc", "Zl", "Zp"}
INVISIBLE = CONTROLS | {"Cf", "Cn", "Co", "Cs", "Zs"}
# Letters and marks by their Unicode category that nevertheless show nothing.
BLANKS = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe0e\ufe0f")
# The limit of Unicode's Stream-Safe Text Format (UAX #15).
MAX_COMBINING_MARKS = 30
# Those of Latin, Greek and Cyrillic letters; in other scripts, marks are letters.
ACCENT = re.compile("[\u0300-\u036f]")


def is_invisible(character):
    return character in BLANKS or unicodedata.category(character) in INVISIBLE


def is_blank(text):
    """Return whether `text` has no visible characters."""
    return all(map(is_invisible, text))


def has_controls(text):
    """Return whether `text` has line breaks or other control characters."""
    return any(unicodedata.category(character) in CONTROLS for character in text)


def normalize(text):
    """Return `text` in NFC, with `\\n` as the line ending.

    Text with long runs of combining marks is not converted to NFC: the time to sort
    the marks grows with the square of their number.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() or _longest_run_of_marks(text) > MAX_COMBINING_MARKS:
        return text
    return unicodedata.normalize("NFC", text)


def without_accents(text):
    """Return `text` without accents, and with plain forms, like that of ﬁ or Ａ."""
    return text if text.isascii() else "".join(map(_without_accent, text))


# One character at a time: the time to sort marks grows with the square of their number.
@lru_cache(maxsize=4096)
def _without_accent(character):
    decomposed = unicodedata.normalize("NFKD", character)
    return unicodedata.normalize("NFC", ACCENT.sub("", decomposed))


def _longest_run_of_marks(text):
    runs = groupby(bool(unicodedata.combining(character)) for character in text)
    return max((sum(run) for _, run in runs), default=0)
