"""Which pages and people match a query, and in which order."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from wagtail.models import Page, get_page_models
from wagtail.search.query import And, Or, PlainText

from boulder_therapeutics.core.languages import DEFAULT, current_language

from .newest import find_newest
from .people import find_people
from .word_forms import forms_of, pattern_of, words_of

MOST_RESULTS = 100
MOST_TRANSLATED = 1000
# Pages other than articles, all of which are searched.
MOST_OTHERS = 200
# Each word is searched for in about a dozen forms.
MOST_WORDS = 8
COMPARED = "pk", "title", "search_description", "content_type", "first_published_at"
# The types that come first, in this order.
FIRST = SERVICE, ARTICLE = ["services.ServicePage", "blog.BlogPage"]


def find(query, home):
    """Return the people and public pages that have all words of `query`, best first.

    Pages are rows of COMPARED. People come first if the query names them, or else last.
    """
    words = words_of(query)[:MOST_WORDS]
    if not words:
        return []
    patterns = [pattern_of([word]) for word in words]
    named, described = find_people(patterns)
    return [*named, *find_pages(words, patterns, home), *described]


def find_pages(words, patterns, home):
    """Return rows about the public pages that contain all of `words`, best first.

    They are in the language of `home`, which may be None.

    The order does not use the rank of the database, so that it is the same everywhere.
    """
    rows = Page.objects.filter(pk__in=find_ids(words, home)).values_list(
        *COMPARED, named=True
    )
    return sorted(rows, key=lambda row: sort_key(row, patterns))


def find_ids(words, home):
    """Return the ids of the newest matching pages and of all that are not articles."""
    if home is None:
        return set()
    pages = Page.objects.live().public().filter(depth__gt=2, locale=home.locale_id)
    forms = And([Or([PlainText(form) for form in forms_of(word)]) for word in words])
    ids = set(find_newest(pages, forms, MOST_RESULTS, in_other_language(pages)))
    if len(ids) < MOST_RESULTS:
        return ids | find_beginnings(pages, words)
    others = pages.filter(content_type__in=other_types()).order_by("-id")
    among = list(others.values_list("id", flat=True)[:MOST_OTHERS])
    return ids | set(find_newest(pages, forms, MOST_OTHERS, among))


def in_other_language(pages):
    """Return the ids of `pages` if few pages of the site are in their language.

    The newest matches of all languages might contain none of them. None for English.
    """
    if current_language() == DEFAULT:
        return None
    return list(pages.order_by("-id").values_list("id", flat=True)[:MOST_TRANSLATED])


def find_beginnings(pages, words):
    """Return the ids of `pages` whose titles have words that begin with `words`."""
    found = pages.order_by("-id").autocomplete(
        " ".join(words), order_by_relevance=False
    )
    return {page.pk for page in found[:MOST_RESULTS]}


def other_types():
    """Return the ids of the content types of all pages except articles."""
    models = {*get_page_models(), Page} - {apps.get_model(ARTICLE)}
    return [kind.pk for kind in ContentType.objects.get_for_models(*models).values()]


def sort_key(row, patterns):
    """Sort by type, then by words missing in title and summary, then by age."""
    model = ContentType.objects.get_for_id(row.content_type).model_class()
    label = model._meta.label
    position = FIRST.index(label) if label in FIRST else len(FIRST)
    texts = (row.title, row.search_description)
    missing = [sum(not pattern.search(text) for pattern in patterns) for text in texts]
    published = row.first_published_at
    return position, *missing, -published.timestamp() if published else 0, row.pk
