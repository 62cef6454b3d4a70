"""The words of a query and their simple English forms.

The index of SQLite has no stemming, so the query lists the forms. Why not a stemmer:
docs/decisions/0009-small-libraries.md.
"""

import re

WORD = re.compile(r"[^\W_]+")
SHORTEST_BASE = 3
ENDINGS = ("ies", "ing", "ed", "es", "s", "e", "y")
FORMS = ("", "s", "es", "ed", "ing", "e", "y", "ies")
DOUBLED_FORMS = ("ed", "ing")
# Words that nearly every page contains.
STOP_WORDS = frozenset(
    WORD.findall("""
    a an and are as at be by do does for from how i in is it me my of on or s t
    the to was we what when where why will with you your
    al como con de del el en es la las lo los me mi o para por que se si su un una y
    """)
)


def words_of(query) -> list[str]:
    """Return the words of `query` in lower case, without stop words."""
    words = dict.fromkeys(WORD.findall(query.lower()))
    return [word for word in words if word not in STOP_WORDS]


def forms_of(word) -> list[str]:
    """Return the simple forms of `word`: “knee”, “knees”; “run”, “running”.

    Some are not English words, which is harmless: no page contains them.
    """
    base = base_of(word)
    forms = {word} | {base + ending for ending in FORMS}
    return sorted(forms | {base + base[-1] + ending for ending in DOUBLED_FORMS})


def base_of(word) -> str:
    """Return the common beginning of the forms of `word`."""
    if word.endswith("ss"):
        return word
    for ending in ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST_BASE:
            is_doubled = ending in DOUBLED_FORMS and base[-1] == base[-2] != "s"
            return base[:-1] if is_doubled else base
    return word


def pattern_of(words):
    """Return a regular expression for all forms of `words`, or None without words."""
    forms = {re.escape(form) for word in words for form in forms_of(word)}
    longest_first = sorted(forms, key=len, reverse=True)
    if not forms:
        return None
    return re.compile(rf"(?<![^\W_])({'|'.join(longest_first)})(?![^\W_])", re.I)
