"""The lists of articles by category and author, for the sitemap."""

from django.db.models import Max

from boulder_therapeutics.core.models import Person

from .categories import Category


def find_archives(articles):
    """Yield the route, the slug and the last change of each list that has articles."""
    live = articles.order_by().values("pk")
    newest = newest_by_category(live)
    for category in Category.objects.filter(pk__in=newest):
        yield "category", category.slug, newest[category.pk]
    authors = Person.objects.filter(article_authorships__page__in=live)
    time = Max("article_authorships__page__last_published_at")
    for author in authors.annotate(newest=time).order_by("name", "pk"):
        yield "author", author.slug, author.newest


def newest_by_category(live):
    """Return when an article in or below each category was last published."""
    parents = dict(Category.objects.values_list("pk", "parent"))
    own = Category.objects.filter(articles__in=live)
    own = own.annotate(newest=Max("articles__last_published_at"))
    newest = {}
    for start, time in own.values_list("pk", "newest"):
        pk, seen = start, set()
        while pk is not None and pk not in seen:
            seen.add(pk)
            newest[pk] = max(filter(None, [time, newest.get(pk)]), default=None)
            pk = parents.get(pk)
    return newest
