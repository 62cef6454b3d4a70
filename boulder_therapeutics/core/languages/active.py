"""The active language, its tag, and rows and texts in it."""

from django.conf import settings
from django.utils.translation import get_language

DEFAULT = settings.LANGUAGE_CODE
# For `lang` attributes, feeds and metadata: visitors are in the US.
TAGS = {"en": "en-US", "es": "es-US"}


def current_language():
    """Return the code of the active language, such as "es"."""
    return get_language() or DEFAULT


def language_tag(code=None, separator="-"):
    """Return the tag of a language, by default the active one, such as "es-US"."""
    code = code or current_language()
    return TAGS.get(code, code).replace("-", separator)


def in_language(rows):
    """Return the rows of a queryset of pages that are in the active language."""
    return rows.filter(locale__language_code=current_language())


def translated(row, name):
    """Return the text of a field of `row` in the active language, if it has one.

    For rows that are not pages, and for values of blocks: their field `name` is in the
    default language, and another one, such as `name_es`, may have the translation.
    """
    return _translation(row, name) or _text(row, name)


def language_of(row, name):
    """Return the tag of the language of a translated text, "" for the active one.

    Also without any text.
    """
    is_default = not _translation(row, name) and _text(row, name)
    if current_language() == DEFAULT or not is_default:
        return ""
    return language_tag(DEFAULT)


def _translation(row, name):
    return _text(row, f"{name}_{current_language()}")


def _text(row, name):
    return row.get(name, "") if isinstance(row, dict) else getattr(row, name, "")
