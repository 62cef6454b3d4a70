import re
from itertools import islice
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.template.loader import render_to_string
from django.utils.feedgenerator import Rss201rev2Feed

from wagtail.blocks import StreamValue

from boulder_therapeutics.core.languages import language_tag
from boulder_therapeutics.core.languages.notices import find_newer_originals
from boulder_therapeutics.images.pictures import (
    cover_jpeg,
    images_in,
    prefetch_renditions,
)

ITEMS = 20
NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
URLS = re.compile(r'(?P<name>\b(?:href|src|srcset))="(?P<urls>[^"]*)"')
PATH = re.compile(r"(^|,\s*)/(?!/)")


def make_absolute(html):
    """Return `html` with absolute URLs, because feed readers show it on other sites."""

    def replace(match):
        urls = PATH.sub(rf"\g<1>{settings.SITE_URL}/", match["urls"])
        return f'{match["name"]}="{urls}"'

    return URLS.sub(replace, html)


class FullContentFeed(Rss201rev2Feed):
    """RSS with the full text and the picture of each item."""

    def rss_attributes(self):
        return super().rss_attributes() | NAMESPACES

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])
        if item["picture"]:
            handler.addQuickElement("media:content", attrs=item["picture"])


class BlogFeed(Feed):
    """The newest articles, all of them or on one topic, with their full text."""

    feed_type = FullContentFeed

    @property
    def language(self):
        """The language with its region."""
        return language_tag().lower()

    def get_object(self, request, index, articles, topic=None, path="", about=""):
        """Return what the feed is about: `topic`, listed at `path` below the blog."""
        self.request = request
        return {
            "title": [index.title, topic, index.get_site().site_name],
            "link": index.url + path,
            "description": about or index.introduction,
            "articles": articles,
        }

    def title(self, obj):
        return " – ".join(str(name) for name in obj["title"] if name)

    def link(self, obj):
        return obj["link"]

    def description(self, obj):
        return obj["description"]

    def items(self, obj):
        articles = obj["articles"].select_related("cover")
        articles = articles.prefetch_related("categories", "article_authors__person")
        articles = articles[:ITEMS]
        load_bodies(articles)
        originals = find_newer_originals(articles)
        for article in articles:
            article.newer_original = originals.get(article.translation_key)
        covers = [item.cover for item in articles]
        inside = [image for item in articles for image in images_in(item.body)]
        prefetch_renditions([*covers, *inside])
        return articles

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.introduction

    def item_link(self, item):
        return item.get_url(self.request)

    def item_pubdate(self, item):
        return item.date

    def item_updateddate(self, item):
        return item.last_published_at

    def item_author_name(self, item):
        return ", ".join(row.person.name for row in item.article_authors.all())

    def item_categories(self, item):
        return [str(category) for category in item.categories.all()]

    def item_extra_kwargs(self, item):
        """Return the body as HTML and the cover, for `FullContentFeed`."""
        content = render_to_string("blog/feed_item.html", {"page": item}, self.request)
        return {"content": make_absolute(content), "picture": describe_cover(item)}


def load_bodies(articles):
    """Load the bodies of all articles together, with one query per block type."""
    if not articles:
        return
    stream_block = articles[0].body.stream_block
    raw_data = [raw for article in articles for raw in article.body.raw_data]
    blocks = iter(StreamValue(stream_block, raw_data, is_lazy=True))
    for article in articles:
        own = [(b.block_type, b.value, b.id) for b in islice(blocks, len(article.body))]
        article.body = StreamValue(stream_block, own)


def describe_cover(article):
    """Return the attributes of `media:content`, or None without a cover."""
    cover = article.cover and cover_jpeg(article.cover)
    return cover and {
        "url": urljoin(settings.SITE_URL, cover.url),
        "medium": "image",
        "type": "image/jpeg",
        "width": str(cover.width),
        "height": str(cover.height),
    }
