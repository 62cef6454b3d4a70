"""Every public text has a Spanish translation, and the compiled file is current."""

import ast
import gettext
import re
from pathlib import Path

import polib
import pytest

from django.conf import settings
from django.utils.translation.template import templatize

from .test_architecture import ROOT, source_files

FOLDER = Path(settings.LOCALE_PATHS[0]) / "es" / "LC_MESSAGES"
FUNCTIONS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}
STRING = r"""(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"(?<![.\w])(n?p?gettext|_)\({STRING}(?:, ?{STRING})?")


def texts_in_python(source):
    """Yield the texts that a module marks for translation."""
    for node in ast.walk(ast.parse(source)):
        name = getattr(getattr(node, "func", None), "id", "")
        if name in FUNCTIONS and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def texts_in_template(source):
    """Yield the texts that a template marks for translation."""
    for name, first, second in CALL.findall(templatize(source)):
        yield ast.literal_eval(second if name.startswith("p") else first)


def public_texts():
    """Return all texts that are marked for translation."""
    readers = dict.fromkeys(source_files(), texts_in_python)
    readers |= dict.fromkeys((ROOT / "templates").rglob("*.*"), texts_in_template)
    return {text for path, read in readers.items() for text in read(path.read_text())}


@pytest.fixture(scope="module")
def translations():
    return polib.pofile(str(FOLDER / "django.po"))


def test_every_public_text_is_translated(translations):
    texts = public_texts()
    assert len(texts) > 100
    assert texts - {entry.msgid for entry in translations} == set()
    assert [entry.msgid for entry in translations if not entry.translated()] == []


def test_no_translation_is_left_over(translations):
    assert {entry.msgid for entry in translations} - public_texts() == set()


def test_translations_have_the_placeholders_of_the_texts(translations):
    placeholder = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
    for entry in translations:
        for text in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            expected = sorted(placeholder.findall(entry.msgid_plural or entry.msgid))
            assert sorted(placeholder.findall(text)) == expected, entry.msgid


def test_compiled_file_is_current(translations):
    """After a change of the translations: manage.py compilemessages."""
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for entry in translations:
        if entry.msgid_plural:
            found = compiled.ngettext(entry.msgid, entry.msgid_plural, 2)
            assert found == entry.msgstr_plural[2]
        elif entry.msgctxt:
            assert compiled.pgettext(entry.msgctxt, entry.msgid) == entry.msgstr
        else:
            assert compiled.gettext(entry.msgid) == entry.msgstr
