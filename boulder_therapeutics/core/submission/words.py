"""Search visitors' texts for the entries of word lists."""

import re
import unicodedata

from .characters import is_invisible, without_accents

TAG = re.compile(r"<[^<>]*>")
QUOTES = str.maketrans(dict.fromkeys("'’‘ʼ`´′＇", "") | dict.fromkeys("“”", '"'))
MINUS = "\u2212"
SPACES = re.compile(" +")


def fold(text):
    """Return `text` as it is compared.

    Case, accents and apostrophes are removed, and white space and hyphens become single
    spaces.
    """
    plain = without_accents(text.translate(QUOTES)).casefold()
    spaced = "".join(" " if _separates_words(c) else c for c in plain)
    return SPACES.sub(" ", spaced)


def find_entry(entries, *texts):
    """Return the first of `entries`, one per line, that occurs in `texts`, or None."""
    # Joined by what is neither in a text nor white space: no entry spans two texts.
    typed = "\0".join(dict.fromkeys(texts))
    haystack = fold(typed)
    for entry in filter(None, map(str.strip, entries.splitlines())):
        folded = fold(entry)
        # Nothing but hyphens or apostrophes is compared as it is.
        if (folded in haystack) if folded.strip() else (entry in typed):
            return entry
    return None


def bare_text(text):
    """Return `text` without tags and invisible characters, which split words."""
    text = TAG.sub("", text)
    return "".join(c for c in text if c in "\n\t" or not _splits_words(c))


def _separates_words(character):
    is_dash = unicodedata.category(character) == "Pd" or character == MINUS
    return is_dash or character.isspace()


def _splits_words(character):
    return is_invisible(character) and not character.isspace()
