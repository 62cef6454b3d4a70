from django.db import models
from django.db.models import Max
from django.shortcuts import get_object_or_404

from taggit.models import Tag
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from boulder_therapeutics.core.models import Person
from boulder_therapeutics.core.pagination import paginate
from boulder_therapeutics.core.prepared import Prepared
from boulder_therapeutics.core.restrictions import RestrictionsMixin
from boulder_therapeutics.pagecache import memoize, tag

from ..covers import fetch_cover, share_covers
from ..feeds import BlogFeed
from .archives import find_archives
from .articles import BlogPage, BlogPageAuthor, BlogPageTag, count_all
from .categories import Category

ARTICLES_PER_PAGE = 10
# Under which names of routes there are lists of what.
ROUTES = {Category: ["category", "category_feed"], Tag: ["tag"], Person: ["author"]}


LIVE_ARTICLES = Prepared(
    lambda slug, path: BlogPage.objects.filter(live=True, slug=slug, url_path=path),
    slug=str,
    path=str,
)


@memoize("categories")
def list_subjects():
    """Return the widest categories."""
    return list(Category.objects.filter(parent=None))


def list_of(kind, pk):
    """Return the articles in a category or below it, with a tag, or by an author."""
    return BlogPage.objects.published().among(*_rows_of(kind, pk))


@memoize("{}-count-{}", "categories")
def count_of(kind, pk):
    """Return how many articles `list_of` returns."""
    return list_of(kind, pk).count()


def _rows_of(kind, pk):
    """Return the rows that put articles in a list, and their field for the article."""
    match kind:
        case "category":
            rows = BlogPage.categories.through.objects
            return rows.filter(category__in=Category(pk=pk).branch()), "blogpage"
        case "tag":
            return BlogPageTag.objects.filter(tag=pk), "content_object"
        case "author":
            return BlogPageAuthor.objects.filter(person=pk), "page"


def listed(kind, subject):
    """Return the articles about a category, tag or author, and their count."""
    return list_of(kind, subject.pk), count_of(kind, subject.pk)


class BlogIndexPage(RestrictionsMixin, RoutablePageMixin, Page):
    """The list of all articles, and of those by subject, tag or author."""

    parent_page_types = ["core.HomePage"]
    subpage_types = ["blog.BlogPage"]
    max_count = 1
    page_description = "The list of all articles. There is one."

    introduction = models.TextField(blank=True, max_length=500)

    content_panels = [*Page.content_panels, "introduction"]

    def get_sitemap_urls(self, request=None):
        """List the page and the lists that have articles, as new as their newest."""
        tag("articles", "categories", "people")
        newest = Max("last_published_at")
        last = self.articles.aggregate(newest=newest)["newest"]
        own = {
            "location": self.get_full_url(request),
            "lastmod": max(filter(None, [self.last_published_at, last]), default=None),
        }
        archives = [
            {
                "location": own["location"] + self.reverse_subpage(route, [slug]),
                "lastmod": time,
            }
            for route, slug, time in find_archives(self.articles)
        ]
        return [own, *archives]

    def get_route_paths(self):
        """Name the lists, too, which are found at their old addresses after a move."""
        lists = [
            path
            for model in ROUTES
            for slug in model.objects.values_list("slug", flat=True)
            for path in self.paths_of_lists(model, slug)
        ]
        return ["/", "/" + self.reverse_subpage("feed"), *lists]

    def paths_of_lists(self, model, slug):
        """Return the paths, below this page, of what there is about a subject."""
        return ["/" + self.reverse_subpage(name, [slug]) for name in ROUTES[model]]

    def route(self, request, path_components):
        """Find an article with one query; leave everything else to the lists."""
        if len(path_components) == 1:
            (slug,) = path_components
            path = f"{self.url_path}{slug}/"
            if found := LIVE_ARTICLES.objects(slug=slug, path=path):
                article = found[0]
                article._cached_parent_obj = self
                fetch_cover(article)
                return article.route(request, [])
        if self.get_deferred_fields():
            return BlogIndexPage.objects.get(pk=self.pk).route(request, path_components)
        return super().route(request, path_components)

    @property
    def articles(self):
        """Every article that anybody may read, newest first; there is one blog."""
        return BlogPage.objects.published()

    def list_articles(self, request, articles, count, **context):
        """Return the page of a list of `articles` that the request asks for."""
        articles = paginate(articles.for_cards(), request, ARTICLES_PER_PAGE, count)
        share_covers(articles)
        # Too like the other lists to be found, or with nothing to find.
        noindex = "tag" in context or not articles.paginator.count
        return self.render(
            request,
            context_overrides={
                "articles": articles,
                "categories": list_subjects(),
                "noindex": noindex,
                **context,
            },
        )

    @path("", name="index")
    def list_all(self, request):
        """All articles."""
        tag("articles")
        return self.list_articles(request, self.articles, count_all())

    @path("category/<slug:slug>/", name="category")
    def list_category(self, request, slug):
        """Articles in a category or in one below it."""
        category = get_object_or_404(Category, slug=slug)
        tag(f"category-articles-{category.pk}", "categories")
        return self.list_articles(
            request,
            *listed("category", category),
            heading=category.name,
            category=category,
        )

    @path("tag/<slug:slug>/", name="tag")
    def list_tag(self, request, slug):
        """Articles with a tag."""
        named = get_object_or_404(Tag, slug=slug)
        tag(f"tag-articles-{named.pk}")
        heading = f"Tag: {named}"
        return self.list_articles(
            request, *listed("tag", named), heading=heading, tag=named
        )

    @path("author/<slug:slug>/", name="author")
    def list_author(self, request, slug):
        """Articles by a person."""
        author = get_object_or_404(Person.objects.select_related("picture"), slug=slug)
        tag(f"author-articles-{author.pk}")
        return self.list_articles(
            request, *listed("author", author), heading=author.name, author=author
        )

    @path("feed/", name="feed")
    def feed(self, request):
        """The newest articles as a feed."""
        tag("articles")
        return BlogFeed()(request, index=self, articles=self.articles)

    @path("category/<slug:slug>/feed/", name="category_feed")
    def category_feed(self, request, slug):
        """The newest articles of a category as a feed."""
        category = get_object_or_404(Category, slug=slug)
        tag(f"category-articles-{category.pk}", "categories")
        articles = list_of("category", category.pk)
        return BlogFeed()(request, index=self, articles=articles, category=category)
