"""The language of the request, which is that of its URL, and what is in it."""

from .active import (
    DEFAULT,
    current_language,
    in_language,
    language_of,
    language_tag,
    translated,
)
from .markup import lang_attribute, lang_of, marked_text

__all__ = [
    "DEFAULT",
    "current_language",
    "in_language",
    "lang_attribute",
    "lang_of",
    "language_of",
    "language_tag",
    "marked_text",
    "translated",
]
