"""Search visitors' texts for the entries of word lists."""

import re

from .characters import is_invisible, normalize

TAG = re.compile(r"<[^<>]*>")
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def fold(text):
    """Return `text` case-folded and with straight quotation marks, for comparison."""
    return text.translate(QUOTES).casefold()


def find_entry(entries, *texts):
    """Return the first of `entries`, one per line, that occurs in `texts`, or None."""
    haystack = fold("\n".join(dict.fromkeys(texts)))
    for line in entries.splitlines():
        entry = line.strip()
        if entry and fold(normalize(entry)) in haystack:
            return entry
    return None


def bare_text(text):
    """Return `text` without tags and invisible characters, which split words."""
    text = TAG.sub("", text)
    return "".join(c for c in text if c in "\n\t" or not _splits_words(c))


def _splits_words(character):
    return is_invisible(character) and not character.isspace()
