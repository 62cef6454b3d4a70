from django.db import models
from django.db.models import Max
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import strip_tags
from django.utils.translation import gettext

from taggit.models import Tag
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.models import Page

from boulder_therapeutics.core.languages import translated
from boulder_therapeutics.core.models import Person
from boulder_therapeutics.core.pagination import paginate
from boulder_therapeutics.core.publishing.claims import ClaimsMixin
from boulder_therapeutics.core.publishing.indexing import IndexingMixin
from boulder_therapeutics.core.publishing.restrictions import RestrictionsMixin
from boulder_therapeutics.core.publishing.scheduling import SchedulingMixin
from boulder_therapeutics.core.publishing.slugs import SlugForm
from boulder_therapeutics.images.pictures import prefetch_renditions

from ..feeds import BlogFeed
from .archives import find_archives
from .articles import BlogPage
from .categories import Category
from .periods import MONTH, YEAR, Period, find_months, find_years

ARTICLES_PER_PAGE = 10
# The names of the routes to the lists of each model.
ROUTES = {
    Category: ["category", "category_feed"],
    Tag: ["tag", "tag_feed"],
    Person: ["author", "author_feed"],
}


class BlogIndexPage(
    ClaimsMixin,
    RestrictionsMixin,
    SchedulingMixin,
    IndexingMixin,
    RoutablePageMixin,
    Page,
):
    """The lists of articles: all of them, and by topic, author or date."""

    parent_page_types = ["core.HomePage"]
    subpage_types = ["blog.BlogPage"]
    max_count = 1  # translations come on top
    page_description = "The list of all articles. A site has only one."
    base_form_class = SlugForm

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
        years = find_years(self.articles)
        months = [month for year in years for month in find_months(self.articles, year)]
        dates = [f"/{period.path}" for period in [*years, *months]]
        return ["/", "/" + self.reverse_subpage("feed"), *lists, *dates]

    def paths_of_lists(self, model, slug):
        """Return the paths, below this page, of the lists and feeds for an object."""
        return ["/" + self.reverse_subpage(name, [slug]) for name in ROUTES[model]]

    @property
    def articles(self):
        """All public articles in the language of the page, newest first."""
        return BlogPage.objects.published().filter(locale=self.locale_id)

    def articles_in(self, category):
        """Return the articles in a category or below it."""
        return self.articles.in_categories(category.branch())

    def articles_tagged(self, tag):
        return self.articles.filter(tagged_items__tag=tag)

    def articles_by(self, author):
        return self.articles.filter(article_authors__person=author)

    def list_articles(self, request, articles, **context):
        """Render one page of a list of `articles`."""
        articles = paginate(articles.for_cards(), request, ARTICLES_PER_PAGE)
        author = context.get("author")
        pictures = [author.picture] if author else []
        prefetch_renditions([*pictures, *(article.cover for article in articles)])
        # Search engines need no lists that are empty or similar to others.
        noindex = {"tag", "period"} & context.keys() or not articles.paginator.count
        return self.render(
            request,
            context_overrides={
                "articles": articles,
                "categories": Category.objects.filter(parent=None),
                "noindex": noindex,
                **context,
            },
        )

    def list_topic(self, request, articles, route, topic, heading):
        """Render a list that has a feed of its own."""
        feed = self.get_url(request) + self.reverse_subpage(
            f"{route}_feed", [topic.slug]
        )
        context = {route: topic, "heading": heading, "topic": topic, "topic_feed": feed}
        return self.list_articles(request, articles, **context)

    def list_period(self, request, year, month=None):
        """Render the articles of a year or month; raise Http404 if there are none."""
        period = Period(int(year), month and int(month))
        articles = self.articles.within(period)
        if not articles.exists():
            raise Http404("There are no articles of this time.")
        return self.list_articles(
            request,
            articles,
            heading=period.name,
            period=period,
            about=gettext("Articles from %(period)s.") % {"period": period.name},
            years=find_years(self.articles),
            months=find_months(self.articles, period),
        )

    def serve_feed(self, request, articles, route, topic, about):
        """Return the feed of a list."""
        path = self.reverse_subpage(route, [topic.slug])
        feed = {"index": self, "articles": articles, "topic": topic, "path": path}
        return BlogFeed()(request, about=about, **feed)

    @path("", name="index")
    def list_all(self, request):
        years = find_years(self.articles)
        articles = self.articles.pinned_first()
        return self.list_articles(request, articles, years=years, show_pinned=True)

    @path("category/<slug:slug>/", name="category")
    def list_category(self, request, slug):
        category = get_object_or_404(Category, slug=slug)
        articles = self.articles_in(category)
        return self.list_topic(request, articles, "category", category, str(category))

    @path("tag/<slug:slug>/", name="tag")
    def list_tag(self, request, slug):
        tag = get_object_or_404(Tag, slug=slug)
        articles = self.articles_tagged(tag)
        heading = gettext("Tag: %(name)s") % {"name": tag}
        return self.list_topic(request, articles, "tag", tag, heading)

    @path("author/<slug:slug>/", name="author")
    def list_author(self, request, slug):
        author = get_object_or_404(Person.objects.for_cards(), slug=slug)
        articles = self.articles_by(author)
        return self.list_topic(request, articles, "author", author, author.name)

    @re_path(rf"^{YEAR}/$", name="year")
    def list_year(self, request, year):
        return self.list_period(request, year)

    @re_path(rf"^{YEAR}/{MONTH}/$", name="month")
    def list_month(self, request, year, month):
        return self.list_period(request, year, month)

    @re_path(rf"^{YEAR}/(?P<month>[1-9])/$", name="short_month")
    def redirect_short_month(self, request, year, month):
        period = Period(int(year), int(month))
        return redirect(self.get_url(request) + period.path, permanent=True)

    @path("feed/", name="feed")
    def feed(self, request):
        return BlogFeed()(request, index=self, articles=self.articles)

    @path("category/<slug:slug>/feed/", name="category_feed")
    def category_feed(self, request, slug):
        category = get_object_or_404(Category, slug=slug)
        articles = self.articles_in(category)
        about = translated(category, "description")
        return self.serve_feed(request, articles, "category", category, about)

    @path("tag/<slug:slug>/feed/", name="tag_feed")
    def tag_feed(self, request, slug):
        tag = get_object_or_404(Tag, slug=slug)
        about = gettext("Articles about %(topic)s.") % {"topic": tag}
        return self.serve_feed(request, self.articles_tagged(tag), "tag", tag, about)

    @path("author/<slug:slug>/feed/", name="author_feed")
    def author_feed(self, request, slug):
        author = get_object_or_404(Person, slug=slug)
        about = strip_tags(translated(author, "biography"))
        articles = self.articles_by(author)
        return self.serve_feed(request, articles, "author", author, about)
