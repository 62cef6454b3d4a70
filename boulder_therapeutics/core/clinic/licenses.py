"""Claims of a license in free text, which would outlive the license."""

import re

LICENSED = re.compile(
    r"\b(?:licen[sc]ed|licenciad[oa]s?|con licencia)\b", re.IGNORECASE
)


def claims_license(text, *titles):
    """Return whether `text` says “licensed”, “LMT” or another one of `titles`."""
    words = re.findall(r"[\w.]+", text)
    letters = {word.replace(".", "") for word in words}
    return bool(LICENSED.search(text)) or not letters.isdisjoint({"LMT", *titles})
