from django.db import models
from django.db.models import Max
from django.shortcuts import get_object_or_404

from taggit.models import Tag
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from boulder_therapeutics.core.models import Person
from boulder_therapeutics.core.pagination import paginate
from boulder_therapeutics.core.restrictions import RestrictionsMixin
from boulder_therapeutics.images.pictures import prefetch_renditions

from ..feeds import BlogFeed
from .archives import find_archives
from .articles import BlogPage
from .categories import Category

ARTICLES_PER_PAGE = 10
# The names of the routes to lists about a category, tag or person.
ROUTES = {Category: ["category", "category_feed"], Tag: ["tag"], Person: ["author"]}


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

    @property
    def articles(self):
        """Every article that anybody may read, newest first; there is one blog."""
        return BlogPage.objects.published()

    def list_articles(self, request, articles, **context):
        """Return the page of a list of `articles` that the request names."""
        articles = paginate(articles.for_cards(), request, ARTICLES_PER_PAGE)
        author = context.get("author")
        pictures = [author.picture] if author else []
        prefetch_renditions([*pictures, *(article.cover for article in articles)])
        # Too similar to other lists to be worth finding, or empty.
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
        """All articles."""
        return self.list_articles(request, self.articles)

    @path("category/<slug:slug>/", name="category")
    def list_category(self, request, slug):
        """Articles in a category or in one below it."""
        category = get_object_or_404(Category, slug=slug)
        articles = self.articles.in_categories(category.branch())
        return self.list_articles(
            request, articles, heading=category.name, category=category
        )

    @path("tag/<slug:slug>/", name="tag")
    def list_tag(self, request, slug):
        """Articles with a tag."""
        tag = get_object_or_404(Tag, slug=slug)
        articles = self.articles.filter(tagged_items__tag=tag)
        return self.list_articles(request, articles, heading=f"Tag: {tag}", tag=tag)

    @path("author/<slug:slug>/", name="author")
    def list_author(self, request, slug):
        """Articles by a person."""
        author = get_object_or_404(Person.objects.select_related("picture"), slug=slug)
        articles = self.articles.filter(article_authors__person=author)
        return self.list_articles(request, articles, heading=author.name, author=author)

    @path("feed/", name="feed")
    def feed(self, request):
        """The newest articles as a feed."""
        return BlogFeed()(request, index=self, articles=self.articles)

    @path("category/<slug:slug>/feed/", name="category_feed")
    def category_feed(self, request, slug):
        """The newest articles of a category as a feed."""
        category = get_object_or_404(Category, slug=slug)
        articles = self.articles.in_categories(category.branch())
        return BlogFeed()(request, index=self, articles=articles, category=category)
