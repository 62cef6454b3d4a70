"""Claims of a license in free text, which would outlive the license."""

import re

from django.core.exceptions import ValidationError

# Not “unlicensed”, “a fishing license”, or “licensed under CC BY”.
LICENSED = re.compile(
    r"\blicen[sc]ed\b(?! under\b)"
    r"|\b(?:has|have|holds?|with) (?:a|her|his|our|the|their) "
    r"(?:(?:state|colorado|massage|therapy|current|valid|active) )*licen[sc]es?\b"
    r"|\blicen[sc]es? (?:holders?|since|to practice)\b"
    r"|\blicen[sc]e:? *(?:#|nos?\b|number|[\w.]*\d)"
    r"|\blicenciad[oa]s?\b"
    r"|(?<!\bbajo )\blicencias?\b",
    re.IGNORECASE,
)
LMT = re.compile(r"\bL\.? ?M\.? ?Ts?\b", re.IGNORECASE)
CLAIM = (
    "Leave words like “licensed” and “LMT” out of this text and enter the license of "
    "the therapist under Snippets, People, “License,” so that the site stops showing "
    "it on the day it ends."
)


def claims_license(text, title=""):
    """Return whether `text` says “licensed”, “LMT” or another license `title`.

    In English or Spanish. Other letters only as they are, as “do” and “pt” are words.
    """
    letters = {word.replace(".", "") for word in re.findall(r"[\w.]+", text)}
    return bool(LICENSED.search(text) or LMT.search(text)) or title in letters - {""}


def reject_claims(texts, title=""):
    """Raise ValidationError if any of `texts`, by their fields, claims a license."""
    wrong = [name for name, text in texts.items() if claims_license(text, title)]
    if wrong:
        raise ValidationError(dict.fromkeys(wrong, CLAIM))
