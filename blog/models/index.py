from django.db import models
from django.db.models import Max
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from taggit.models import Tag
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from boulder_therapeutics.core.models import Person
from boulder_therapeutics.core.pagination import paginate
from boulder_therapeutics.core.publishing.indexing import IndexingMixin
from boulder_therapeutics.core.publishing.restrictions import RestrictionsMixin
from boulder_therapeutics.core.publishing.scheduling import SchedulingMixin
from boulder_therapeutics.images.pictures import prefetch_renditions

from ..feeds import BlogFeed
from .archives import find_archives
from .articles import BlogPage
from .categories import Category

ARTICLES_PER_PAGE = 10
# The names of the routes to the lists of each model.
ROUTES = {Category: ["category", "category_feed"], Tag: ["tag"], Person: ["author"]}


class BlogIndexPage(
    RestrictionsMixin, SchedulingMixin, IndexingMixin, RoutablePageMixin, Page
):
    """The lists of articles: all of them, and by category, tag or author."""

    parent_page_types = ["core.HomePage"]
    subpage_types = ["blog.BlogPage"]
    max_count = 1
    page_description = "The list of all articles. A site has only one."

    introduction = models.TextField(blank=True, max_length=500)

    content_panels = [*Page.content_panels, "introduction"]

    def get_sitemap_urls(self, request=None):
        """List the page and each list by category or author that has articles.

        The last change of a list is when one of its articles was last published.
        """
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
        """Include the lists, so that they are redirected when the page moves."""
        lists = [
            path
            for model in ROUTES
            for slug in model.objects.values_list("slug", flat=True)
            for path in self.paths_of_lists(model, slug)
        ]
        return ["/", "/" + self.reverse_subpage("feed"), *lists]

    def paths_of_lists(self, model, slug):
        """Return the paths, below this page, of the lists and feeds for an object."""
        return ["/" + self.reverse_subpage(name, [slug]) for name in ROUTES[model]]

    @property
    def articles(self):
        """All public articles, newest first; a site has only one blog."""
        return BlogPage.objects.published()

    def list_articles(self, request, articles, **context):
        """Render one page of a list of `articles`."""
        articles = paginate(articles.for_cards(), request, ARTICLES_PER_PAGE)
        author = context.get("author")
        pictures = [author.picture] if author else []
        prefetch_renditions([*pictures, *(article.cover for article in articles)])
        # Search engines need no lists that are empty or similar to others.
        noindex = "tag" in context or not articles.paginator.count
        return self.render(
            request,
            context_overrides={
                "articles": articles,
                "categories": Category.objects.filter(parent=None),
                "noindex": noindex,
                **context,
            },
        )

    @path("", name="index")
    def list_all(self, request):
        return self.list_articles(request, self.articles)

    @path("category/<slug:slug>/", name="category")
    def list_category(self, request, slug):
        """List the articles in a category or below it."""
        category = get_object_or_404(Category, slug=slug)
        articles = self.articles.in_categories(category.branch())
        return self.list_articles(
            request, articles, heading=category.name, category=category
        )

    @path("tag/<slug:slug>/", name="tag")
    def list_tag(self, request, slug):
        tag = get_object_or_404(Tag, slug=slug)
        articles = self.articles.filter(tagged_items__tag=tag)
        heading = gettext("Tag: %(name)s") % {"name": tag}
        return self.list_articles(request, articles, heading=heading, tag=tag)

    @path("author/<slug:slug>/", name="author")
    def list_author(self, request, slug):
        author = get_object_or_404(Person.objects.for_cards(), slug=slug)
        articles = self.articles.filter(article_authors__person=author)
        return self.list_articles(request, articles, heading=author.name, author=author)

    @path("feed/", name="feed")
    def feed(self, request):
        return BlogFeed()(request, index=self, articles=self.articles)

    @path("category/<slug:slug>/feed/", name="category_feed")
    def category_feed(self, request, slug):
        category = get_object_or_404(Category, slug=slug)
        articles = self.articles.in_categories(category.branch())
        return BlogFeed()(request, index=self, articles=articles, category=category)
