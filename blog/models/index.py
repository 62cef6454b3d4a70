from django.db import models
from django.shortcuts import get_object_or_404

from taggit.models import Tag
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from boulder_therapeutics.core.models import Person
from boulder_therapeutics.core.pagination import paginate

from ..feeds import BlogFeed
from .articles import BlogPage
from .categories import Category

ARTICLES_PER_PAGE = 10


class BlogIndexPage(RoutablePageMixin, Page):
    """The list of all articles, and of those by subject, tag or author."""

    parent_page_types = ["core.HomePage"]
    subpage_types = ["blog.BlogPage"]
    max_count = 1
    page_description = "The list of all articles. There is one."

    introduction = models.TextField(blank=True, max_length=500)

    content_panels = [*Page.content_panels, "introduction"]

    def route(self, request, path_components):
        """Find an article with one query; leave everything else to the lists."""
        if len(path_components) == 1:
            articles = BlogPage.objects.child_of(self).select_related("cover")
            article = articles.filter(slug=path_components[0], live=True).first()
            if article:
                return article.route(request, [])
        return super().route(request, path_components)

    @property
    def articles(self):
        """Every article that anybody may read, newest first."""
        return BlogPage.objects.child_of(self).published()

    def list_articles(self, request, articles, **context):
        """Return the page of a list of `articles` that the request asks for."""
        articles = paginate(articles.for_cards(), request, ARTICLES_PER_PAGE)
        categories = Category.objects.filter(parent=None)
        return self.render(
            request,
            context_overrides={
                "articles": articles,
                "categories": categories,
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
        articles = self.articles.filter(categories__in=category.branch()).distinct()
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
        articles = self.articles.filter(article_authors__person=author).distinct()
        return self.list_articles(request, articles, heading=author.name, author=author)

    @path("feed/", name="feed")
    def feed(self, request):
        """The newest articles as a feed."""
        return BlogFeed()(request, index=self, articles=self.articles)

    @path("category/<slug:slug>/feed/", name="category_feed")
    def category_feed(self, request, slug):
        """The newest articles of a category as a feed."""
        category = get_object_or_404(Category, slug=slug)
        articles = self.articles.filter(categories__in=category.branch()).distinct()
        return BlogFeed()(request, index=self, articles=articles, category=category)
