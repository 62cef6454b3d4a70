"""References to characters that XML forbids, such as `&#11;`, which some plugins write.

Expat refuses them, and whole texts would have to be looked at one by one. So chunks are
searched for them, which is fast, and only those that have one are taken apart.
"""

import re

FORBIDDEN = (
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45]"
    r"|5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3])"
    r"|x0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|[dD][89a-fA-F][\da-fA-F]{2}|[fF]{3}[eEfF]));"
)
REFERENCE = re.compile(FORBIDDEN)
# In CDATA they are text.
CDATA_OR_REFERENCE = re.compile(rf"(<!\[CDATA\[.*?(?:\]\]>|\Z))|{FORBIDDEN}", re.DOTALL)
OPEN, CLOSE = "<![CDATA[", "]]>"
# The beginning of what may go on in the next chunk.
UNFINISHED = re.compile(r"(?:<[!\[A-Z]{0,8}|&[#\w]{0,20}|\]{1,2})\Z")
LONGEST = 24


class ReferenceFilter:
    """Drops the references from chunks of text, and counts them."""

    def __init__(self):
        self.dropped, self._rest, self._is_cdata = 0, "", False

    def __call__(self, chunk, final=False):
        text = self._rest + chunk
        rest = UNFINISHED.search(text, max(0, len(text) - LONGEST))
        end = rest.start() if rest and not final else len(text)
        text, self._rest = text[:end], text[end:]
        # The first test is only there because it is faster.
        has_some = "&#" in text and REFERENCE.search(text)
        kept = self._drop(text) if has_some else text
        opened, closed = text.rfind(OPEN), text.rfind(CLOSE)
        if opened != closed:  # one of them is there
            self._is_cdata = opened > closed
        return kept

    def _drop(self, text):
        end = text.find(CLOSE) if self._is_cdata else 0
        if end == -1:
            return text
        return text[:end] + CDATA_OR_REFERENCE.sub(self._replace, text[end:])

    def _replace(self, match):
        if match[1]:
            return match[1]
        self.dropped += 1
        return ""
