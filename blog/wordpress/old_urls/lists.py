"""Where the old URLs of lists, feeds and archives are on this site."""

import re
from urllib.parse import quote

from django.urls import reverse

from taggit.models import Tag

from blog.models import BlogIndexPage, BlogPage, Category
from boulder_therapeutics.core.models import Person

from ..models import ImportedItem
from ..models.ledger import number_of

CATEGORY = re.compile(r"^/(?:category|topics?)/(?:[^/]+/)*(?P<slug>[^/]+)$")
TAG = re.compile(r"^/tag/(?P<slug>[^/]+)$")
AUTHOR = re.compile(r"^/author/(?P<slug>[^/]+)$")
DATE = re.compile(r"^/(?P<year>\d{4})(?:/(?P<month>\d{2})(?:/(?P<day>\d{2}))?)?$")
DATED = re.compile(r"^/\d{4}/\d{2}/(?:\d{2}/)?(?P<slug>[^/]+)$")
PAGED = re.compile(r"^(?P<rest>.*)/page/\d+$")
FEED = re.compile(r"^(?P<rest>.*?)/(?:feed(?:/(?:atom|rss2?|rdf))?|atom|rss2?|rdf)$")
PATTERNS = [CATEGORY, TAG, AUTHOR, DATE, DATED, PAGED, FEED]
FEED_FILES = {"/wp-rss.php", "/wp-rss2.php", "/wp-atom.php", "/wp-feed.php"}
FIXED = {"/wp-commentsrss2.php", *FEED_FILES}
# Not "/sitemap-x.xml", as files of our own sitemap have such names.
SITEMAP = re.compile(
    r"^/(?:sitemap_index|sitemaps|wp-sitemap[\w-]*|[\w-]+-sitemap-?\d*)\.xml$"
)
BASES = "category|tag|author|date"
# What other permalinks have before their lists, such as "/archives" or "/blog/news".
FRONT = re.compile(
    rf"^(?:(?:/(?!(?:{BASES}|topics?)/)[\w-]+){{1,2}}(?=/(?:{BASES})/)|/archives)?"
    r"(?:/date)?(?=/)"
)


def find_list(path):
    """Return the URL here of a list, feed or archive of the old site, or None."""
    path = path.rstrip("/") or "/"
    if SITEMAP.match(path):
        return "/sitemap.xml"
    code, path = path.split("/")[1], FRONT.sub("", path)
    if not (path in FIXED or any(pattern.match(path) for pattern in PATTERNS)):
        return None
    indexes = BlogIndexPage.objects.live().order_by("locale", "path")
    index = indexes.filter(locale__language_code=code).first() or indexes.first()
    if index is None:
        return None
    if path in {"/comments/feed", "/wp-commentsrss2.php"} or path.startswith(
        "/comments/feed/"
    ):
        return reverse("comments:feed")
    if path in FEED_FILES:
        return f"{index.url}feed/"
    return _find_in_blog(index, path)


def _find_in_blog(index, path):
    if feed := FEED.match(path):
        return _find_feed(index, feed["rest"])
    if paged := PAGED.match(path):
        path = paged["rest"]
        if not path:
            return index.url
    for pattern, model, route in (
        (CATEGORY, Category, "category"),
        (TAG, Tag, "tag"),
        (AUTHOR, Person, "author"),
    ):
        if match := pattern.match(path):
            return _list_url(index, model, route, match["slug"])
    return _find_by_date(index, path)


def _list_url(index, model, route, slug):
    if not model.objects.filter(slug=slug).exists():
        slug = _new_slug(model, slug)
    return slug and index.url + index.reverse_subpage(route, [slug])


KINDS = {Category: "category", Tag: "post_tag", Person: "author"}


def _new_slug(model, slug):
    """Return the slug of what had another one on the old site, or None."""
    numbers = {number_of(name) for name in (slug, quote(slug).lower())}
    rows = ImportedItem.objects.filter(kind=KINDS[model], wordpress_id__in=numbers)
    row = rows.first()
    return row and row.target and row.target.slug


def _find_feed(index, path):
    """Return the URL of the feed of a list, or of the comments on an article."""
    if not path:
        return f"{index.url}feed/"
    if match := CATEGORY.match(path):
        return _list_url(index, Category, "category_feed", match["slug"])
    if match := TAG.match(path) or AUTHOR.match(path):
        return _optional_feed(index, path, match["slug"])
    article = find_article(path.rpartition("/")[2])
    return article and reverse("comments:article_feed", args=[article.pk])


def _optional_feed(index, path, slug):
    """Return the feed of a tag or author, or the list if there is no such feed."""
    model, route = (Tag, "tag") if TAG.match(path) else (Person, "author")
    names = {pattern.name for pattern in index.get_subpage_urls()}
    feed = f"{route}_feed"
    return _list_url(index, model, feed if feed in names else route, slug)


def _find_by_date(index, path):
    """Return the URL of an archive, or of an article below one; days are in months."""
    match, dated = DATE.match(path), DATED.match(path)
    if not match:
        article = dated and find_article(dated["slug"])
        return article and article.url
    if not 1970 <= int(match["year"]) < 2200:
        return None
    year, month = match["year"], match["month"]
    articles = index.articles.filter(date__year=year)
    if month:
        articles = articles.filter(date__month=month) if 1 <= int(month) <= 12 else []
    if not articles:
        return None
    names = {pattern.name for pattern in index.get_subpage_urls()}
    if not names & {"year", "month", "archive", "date"}:
        return index.url
    return f"{index.url}{year}/{month}/" if month else f"{index.url}{year}/"


def find_article(slug):
    """Return the public article with a slug, or None."""
    return (
        BlogPage.objects.published().filter(slug=slug).order_by("locale", "pk").first()
    )
