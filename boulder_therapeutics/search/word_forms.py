"""The words that a visitor looks for, in all forms that mean the same."""

import re

WORD = re.compile(r"[^\W_]+")
SHORTEST_BASE = 3
ENDINGS = ("ies", "ing", "ed", "es", "s", "e", "y")
FORMS = ("", "s", "es", "ed", "ing", "e", "y", "ies")
DOUBLED_FORMS = ("ed", "ing")
# What nearly every page holds says nothing about any of them.
STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "do",
        "does",
        "for",
        "from",
        "how",
        "i",
        "in",
        "is",
        "it",
        "me",
        "my",
        "of",
        "on",
        "or",
        "s",
        "t",
        "the",
        "to",
        "was",
        "we",
        "what",
        "when",
        "where",
        "why",
        "will",
        "with",
        "you",
        "your",
    ]
)


def words_of(query) -> list[str]:
    """Return the words of `query` that say something, in small letters."""
    words = dict.fromkeys(WORD.findall(query.lower()))
    return [word for word in words if word not in STOP_WORDS]


def forms_of(word) -> list[str]:
    """Return `word` in its simple English forms: “knee”, “knees”; “run”, “running”.

    Some are no words, which does no harm: no page holds them.
    """
    base = base_of(word)
    forms = {word} | {base + ending for ending in FORMS}
    return sorted(forms | {base + base[-1] + ending for ending in DOUBLED_FORMS})


def base_of(word) -> str:
    """Return what the forms of `word` have in common."""
    if word.endswith("ss"):
        return word
    for ending in ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST_BASE:
            is_doubled = ending in DOUBLED_FORMS and base[-1] == base[-2] != "s"
            return base[:-1] if is_doubled else base
    return word


def pattern_of(words):
    """Return what finds any form of any of `words` in a text, or None without words."""
    forms = {re.escape(form) for word in words for form in forms_of(word)}
    longest_first = sorted(forms, key=len, reverse=True)
    if not forms:
        return None
    return re.compile(rf"(?<![^\W_])({'|'.join(longest_first)})(?![^\W_])", re.I)
