import re
from itertools import islice
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.template.loader import render_to_string
from django.utils.feedgenerator import Rss201rev2Feed

from wagtail.blocks import StreamValue

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
ADDRESSES = re.compile(r'(?P<name>\b(?:href|src|srcset))="(?P<addresses>[^"]*)"')
PATH = re.compile(r"(^|,\s*)/(?!/)")


def make_absolute(html):
    """Return `html` with whole addresses, because readers show it elsewhere."""

    def complete(match):
        addresses = PATH.sub(rf"\g<1>{settings.SITE_URL}/", match["addresses"])
        return f'{match["name"]}="{addresses}"'

    return ADDRESSES.sub(complete, html)


class FullContentFeed(Rss201rev2Feed):
    """RSS with the whole text of each item beside its summary, and its picture."""

    def rss_attributes(self):
        """Declare the namespaces of `content:encoded` and `media:content`."""
        return super().rss_attributes() | NAMESPACES

    def add_item_elements(self, handler, item):
        """Add the whole text and the picture to an item."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])
        if item["picture"]:
            handler.addQuickElement("media:content", attrs=item["picture"])


class BlogFeed(Feed):
    """The newest articles, all or of one category, with their full text."""

    feed_type = FullContentFeed

    def get_object(self, request, index, articles, category=None):
        """Remember what the feed is about."""
        self.request = request
        return {"index": index, "articles": articles, "category": category}

    def title(self, obj):
        """Name the blog and, if there is one, the category."""
        names = [obj["category"], obj["index"].get_site().site_name]
        return " – ".join([obj["index"].title, *(str(name) for name in names if name)])

    def link(self, obj):
        """Lead to the list that the feed follows."""
        index, category = obj["index"], obj["category"]
        if category:
            return index.url + index.reverse_subpage("category", [category.slug])
        return index.url

    def description(self, obj):
        """Say what the list says of itself."""
        return (
            obj["category"].description
            if obj["category"]
            else obj["index"].introduction
        )

    def items(self, obj):
        """The newest articles."""
        articles = obj["articles"].select_related("cover")
        articles = articles.prefetch_related("categories", "article_authors__person")
        articles = articles[:ITEMS]
        load_bodies(articles)
        covers = [item.cover for item in articles]
        inside = [image for item in articles for image in images_in(item.body)]
        prefetch_renditions([*covers, *inside])
        return articles

    def item_title(self, item):
        """The article's title."""
        return item.title

    def item_description(self, item):
        """The article's introduction."""
        return item.introduction

    def item_link(self, item):
        """The article's address."""
        return item.get_url(self.request)

    def item_pubdate(self, item):
        """The article's date."""
        return item.date

    def item_updateddate(self, item):
        """When the article was last published."""
        return item.last_published_at

    def item_author_name(self, item):
        """The article's authors."""
        return ", ".join(row.person.name for row in item.article_authors.all())

    def item_categories(self, item):
        """The article's categories."""
        return [category.name for category in item.categories.all()]

    def item_extra_kwargs(self, item):
        """The article's body, as HTML, and its cover."""
        content = render_to_string("blog/feed_item.html", {"page": item}, self.request)
        return {"content": make_absolute(content), "picture": describe_cover(item)}


def load_bodies(articles):
    """Find what the bodies of articles hold with a query a kind, not one each."""
    if not articles:
        return
    kinds = articles[0].body.stream_block
    parts = [part for article in articles for part in article.body.raw_data]
    blocks = iter(StreamValue(kinds, parts, is_lazy=True))
    for article in articles:
        own = islice(blocks, len(article.body))
        article.body = StreamValue(kinds, [(b.block_type, b.value, b.id) for b in own])


def describe_cover(article):
    """Return the attributes of `media:content`, None for an article without a cover."""
    cover = article.cover and cover_jpeg(article.cover)
    return cover and {
        "url": urljoin(settings.SITE_URL, cover.url),
        "medium": "image",
        "type": "image/jpeg",
        "width": str(cover.width),
        "height": str(cover.height),
    }
