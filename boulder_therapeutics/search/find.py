"""Which pages and people match a query, and in which order."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from wagtail.models import Locale, Page, get_page_models
from wagtail.search.query import And, Or, PlainText

from .newest import find_newest
from .people import find_people
from .word_forms import forms_of, pattern_of, words_of

MOST_RESULTS = 100
# Pages other than articles, all of which are searched.
MOST_OTHERS = 200
# Each word is searched for in about a dozen forms.
MOST_WORDS = 8
COMPARED = "pk", "title", "search_description", "content_type", "first_published_at"
# The types that come first, in this order.
FIRST = SERVICE, ARTICLE = ["services.ServicePage", "blog.BlogPage"]


def find(query):
    """Return the people and public pages that have all words of `query`, best first.

    Pages are rows of COMPARED. People come first if the query names them, or else last.
    """
    words = words_of(query)[:MOST_WORDS]
    if not words:
        return []
    patterns = [pattern_of([word]) for word in words]
    named, described = find_people(patterns)
    return [*named, *find_pages(words, patterns), *described]


def find_pages(words, patterns):
    """Return rows about the public pages that contain all of `words`, best first.

    The order does not use the rank of the database, so that it is the same everywhere.
    """
    rows = Page.objects.filter(pk__in=find_ids(words)).values_list(
        *COMPARED, named=True
    )
    return sorted(rows, key=lambda row: sort_key(row, patterns))


def find_ids(words):
    """Return the ids of the newest matching pages and of all that are not articles.

    All are in the active language.
    """
    locale = Locale.get_active()
    pages = Page.objects.live().public().filter(depth__gt=2, locale=locale)
    forms = And([Or([PlainText(form) for form in forms_of(word)]) for word in words])
    ids = set(find_newest(pages, forms, MOST_RESULTS))
    if len(ids) < MOST_RESULTS:
        return ids | find_beginnings(pages, words)
    others = pages.filter(content_type__in=other_types()).order_by("-id")
    among = list(others.values_list("id", flat=True)[:MOST_OTHERS])
    return ids | set(find_newest(pages, forms, MOST_OTHERS, among))


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
