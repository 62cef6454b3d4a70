"""Decoding of an export's bytes, without the characters that XML forbids."""

import codecs
import re

from .errors import ExportError
from .references import ReferenceFilter

CONTROLS = bytes({*range(32), 127} - {9, 10, 13, 127})
NONCHARACTERS = re.compile("[\ufffe\uffff]")
DECLARATION = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
BLANK = " \t\r\n\ufeff"
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class Decoder:
    """Turn chunks of bytes into text, and count the characters that were dropped."""

    def __init__(self):
        self._dropped, self._decode, self._is_start = 0, None, True
        self._without_references = ReferenceFilter()

    @property
    def dropped(self):
        return self._dropped + self._without_references.dropped

    def __call__(self, chunk, final=False):
        text = self._read(chunk, final)
        if self._is_start:  # XML begins at the first character, some plugins do not
            text = text.lstrip(BLANK)
            self._is_start = not text
        return self._without_references(text, final)

    def _read(self, chunk, final):
        if self._decode is None:
            encoding = find_encoding(chunk)
            self._is_utf8 = encoding.startswith("utf-8")
            decoder = codecs.getincrementaldecoder(encoding)("replace")
            self._decode = decoder.decode
        if self._is_utf8:  # much faster than with text
            kept = chunk.translate(None, CONTROLS)
            self._dropped += len(chunk) - len(kept)
            text = self._decode(kept, final)
        else:
            text = self._decode(chunk, final)
            kept = text.translate(dict.fromkeys(CONTROLS))
            self._dropped += len(text) - len(kept)
            text = kept
        return text if text.isascii() else self._without_noncharacters(text)

    def _without_noncharacters(self, text):
        if "\ufffe" in text or "\uffff" in text:
            text, number = NONCHARACTERS.subn("", text)
            self._dropped += number
        return text


def find_encoding(start):
    """Return the encoding that the first bytes of a file declare, or UTF-8."""
    for mark, encoding in MARKS.items():
        if start.startswith(mark):
            return encoding
    declared = DECLARATION.match(start.lstrip()[:200])
    name = declared[1].decode() if declared else "utf-8"
    try:
        name = codecs.lookup(name).name
        "<".encode(name)
    except (LookupError, UnicodeError) as error:
        raise ExportError(f"The encoding {name} is not known.") from error
    return "utf-8" if name in {"ascii", "utf-16", "utf-32"} else name
