"""The language of the request, which is that of its URL, and what is in it."""

from .active import (
    DEFAULT,
    current_language,
    in_language,
    language_of,
    language_tag,
    translated,
)

__all__ = [
    "DEFAULT",
    "current_language",
    "in_language",
    "language_of",
    "language_tag",
    "translated",
]
