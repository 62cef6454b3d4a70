"""The text of the demo site is easy to read, as that of the clinic should be."""

import re
from html import unescape

import pytest

from boulder_therapeutics.demo.content.articles import ARTICLES
from boulder_therapeutics.demo.content.services import SERVICES

ARTICLE_GRADE, SERVICE_GRADE, SENTENCE_WORDS = 8, 6, 14
BLOCK_END = re.compile(r"</(?:p|li|h\d)>")
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"[A-Za-z’']+|\d+")
VOWELS = re.compile(r"[aeiouy]+")
TWO_VOWELS = re.compile(r"(?<![tcsx])i[aou]")
SILENT_END = re.compile(r"(?<![aeiouyl])e$|(?<=[^aeiouydt])ed$|(?<=[^aeiouyscgxz])es$")
# Names, URLs, labels and choices rather than sentences.
NOT_PROSE = {
    "anchor",
    "authors",
    "body_area",
    "categories",
    "cover",
    "date",
    "drawing",
    "image",
    "kind",
    "references",
    "reviewed_by",
    "reviewed_on",
    "next_review_on",
    "service",
    "services",
    "slug",
    "state",
    "tags",
    "prices",
}


def read_sentences(thing):
    """Yield the sentences in a piece of content, without markup."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key not in NOT_PROSE:
                yield from read_sentences(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from read_sentences(value)
    elif isinstance(thing, str) and " " in thing:
        text = unescape(TAG.sub("", BLOCK_END.sub("\n", thing)))
        for sentence in re.split(r"[.!?:](?:\s|$)|\n", text):
            if len(WORD.findall(sentence)) > 1:
                yield sentence


def count_syllables(word):
    """Return the approximate number of syllables of an English word."""
    word = SILENT_END.sub("", word.lower().strip("’'"))
    return max(1, len(VOWELS.findall(word)) + len(TWO_VOWELS.findall(word)))


def measure(thing):
    """Return the Flesch-Kincaid grade of some content, and its words per sentence."""
    sentences = [WORD.findall(sentence) for sentence in read_sentences(thing)]
    words = [word for sentence in sentences for word in sentence]
    length = len(words) / len(sentences)
    syllables = sum(map(count_syllables, words)) / len(words)
    return 0.39 * length + 11.8 * syllables - 15.59, length


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("knee", 1),
        ("massage", 2),
        ("stairs", 1),
        ("muscle", 2),
        ("iliotibial", 6),
        ("condition", 3),
        ("walked", 1),
        ("rested", 2),
        ("minutes", 2),
    ],
)
def test_syllables_are_counted(word, count):
    assert count_syllables(word) == count


def test_long_words_and_sentences_have_a_higher_grade():
    hard = (
        "Patellofemoral dysfunction necessitates comprehensive rehabilitation, "
        "particularly where biomechanical abnormalities predominate."
    )
    assert measure("Rest the knee. Then walk a bit.")[0] < 2
    assert measure(hard)[0] > 20


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["slug"])
def test_article_is_easy_to_read(article):
    grade, length = measure(article)
    assert grade <= ARTICLE_GRADE
    assert length <= SENTENCE_WORDS


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service["slug"])
def test_service_is_very_easy_to_read(service):
    grade, length = measure(service)
    assert grade <= SERVICE_GRADE
    assert length <= SENTENCE_WORDS
