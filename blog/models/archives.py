"""Which lists of articles there are, and when they last changed."""

from django.db.models import Max

from boulder_therapeutics.core.models import Person

from .categories import Category


def find_archives(articles):
    """Yield the route, slug and time of each list by category or author."""
    live = articles.order_by().values("pk")
    newest = newest_by_category(live)
    for category in Category.objects.filter(pk__in=newest):
        yield "category", category.slug, newest[category.pk]
    authors = Person.objects.filter(article_authorships__page__in=live)
    time = Max("article_authorships__page__last_published_at")
    for author in authors.annotate(newest=time).order_by("name", "pk"):
        yield "author", author.slug, author.newest


def newest_by_category(live):
    """Return the time of the newest article in a category or below it."""
    parents = dict(Category.objects.values_list("pk", "parent"))
    own = Category.objects.filter(articles__in=live)
    own = own.annotate(newest=Max("articles__last_published_at"))
    newest = {}
    for start, time in own.values_list("pk", "newest"):
        pk, passed = start, set()
        while pk is not None and pk not in passed:
            passed.add(pk)
            newest[pk] = max(filter(None, [time, newest.get(pk)]), default=None)
            pk = parents.get(pk)
    return newest
