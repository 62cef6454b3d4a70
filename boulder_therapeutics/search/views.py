from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.shortcuts import render

from wagtail.models import Page, get_page_models
from wagtail.search.query import And, Or, PlainText

from boulder_therapeutics.core.pagination import paginate

from .newest import find_newest
from .word_forms import forms_of, pattern_of, words_of

RESULTS_PER_PAGE = 10
MOST_RESULTS = 100
# Pages of other kinds, in which the words are always looked for.
MOST_OTHERS = 200
# Each word is looked for in a dozen forms.
MOST_WORDS = 8
# What of a page its place among the results depends on.
COMPARED = "pk", "title", "search_description", "content_type", "first_published_at"
# What a visitor is most likely to want comes first, everything else after it.
FIRST = SERVICE, ARTICLE = ["services.ServicePage", "blog.BlogPage"]


def search(request):
    """Show the pages that hold the words of `?q=`, services first."""
    query = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:200]
    results = paginate(find(query), request, RESULTS_PER_PAGE)
    context = {
        "query": query,
        "results": results,
        "heading": f"Search for “{query}”" if query else "Search",
        "about": "Search the services, articles and pages of the clinic.",
        "noindex": True,
    }
    return render(request, "search/search.html", context)


def find(query):
    """Return what is known of the public pages that hold all words of `query`.

    The best come first. The order is made here and not by rank, so that all databases
    give the same.
    """
    words = words_of(query)[:MOST_WORDS]
    if not words:
        return []
    pages = Page.objects.live().public().filter(depth__gt=2)
    held = And([Or([PlainText(form) for form in forms_of(word)]) for word in words])
    ids = set(find_newest(pages, held, MOST_RESULTS))
    if len(ids) < MOST_RESULTS:
        # Whoever is still typing, or has only the beginning of a hard word.
        more = pages.order_by("-id").autocomplete(
            " ".join(words), order_by_relevance=False
        )
        ids.update(page.pk for page in more[:MOST_RESULTS])
    else:
        # However many articles have the words, no service is left out.
        others = pages.filter(content_type__in=other_types()).order_by("-id")
        among = list(others.values_list("id", flat=True)[:MOST_OTHERS])
        ids.update(find_newest(pages, held, MOST_OTHERS, among))
    found = Page.objects.filter(pk__in=ids).values_list(*COMPARED, named=True)
    patterns = [pattern_of([word]) for word in words]
    return sorted(found, key=lambda page: order_of(page, patterns))


def other_types():
    """Return the content types of all pages but articles."""
    models = {*get_page_models(), Page} - {apps.get_model(ARTICLE)}
    return [kind.pk for kind in ContentType.objects.get_for_models(*models).values()]


def order_of(page, patterns):
    """Return what is compared: kind, words missing in title and summary, and age."""
    label = ContentType.objects.get_for_id(page.content_type).model_class()._meta.label
    kind = FIRST.index(label) if label in FIRST else len(FIRST)
    published = page.first_published_at
    age = -published.timestamp() if published else 0
    texts = (page.title, page.search_description)
    missing = [sum(not pattern.search(text) for pattern in patterns) for text in texts]
    return kind, *missing, age, page.pk
