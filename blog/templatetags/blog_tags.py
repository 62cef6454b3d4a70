import re
from functools import lru_cache

from django import template
from django.utils.safestring import mark_safe

from boulder_therapeutics.core.navigation import find_section_url
from boulder_therapeutics.images.cards import render_card_picture
from boulder_therapeutics.pagecache import tag

from ..covers import share_covers
from ..models import BlogIndexPage, BlogPage

register = template.Library()

TAG = re.compile(r"(<[^>]*>)")
MARKER = re.compile(r"\s?\[(\d{1,2})\]")


@register.simple_tag
def latest_articles(number):
    """Return the newest articles, ready for cards."""
    tag("articles")
    return share_covers(BlogPage.objects.published().for_cards()[:number])


@register.simple_tag
def articles_about(service, number):
    """Return the newest articles that name `service`, ready for cards."""
    return share_covers(
        service.linked_articles.for_cards()[:number] if service.pk else []
    )


@register.simple_tag
def card_picture(article, large):
    """Return the picture of the card of one of the articles that share their covers."""
    if not article.cover_id:
        return ""
    images = article.card_images
    return render_card_picture(article.cover_id, bool(large), images=images)


@register.filter
def link_references(html, references):
    """Turn “[1]” in the text of `html` into a link to the first reference."""

    def link(match):
        number = int(match[1])
        if not 1 <= number <= len(references):
            return match[0]
        return (
            f'<sup class="reference"><a href="#reference-{number}">'
            f'<span class="visually-hidden">Reference </span>{number}</a></sup>'
        )

    # Every second part is a tag, whose attributes stay as they are.
    parts = TAG.split(html)
    parts[::2] = [MARKER.sub(link, text) for text in parts[::2]]
    return mark_safe("".join(parts))  # noqa: S308 - as safe as what came in


@register.filter
def has_block(body, kind):
    """Tell whether a body holds a block of a kind."""
    return body.first_block_by_name(kind) is not None


@register.simple_tag(takes_context=True)
def blog_url(context, name="index", slug=None):
    """Return an address of the blog: its index, feed, a category, tag or author."""
    blog = find_section_url(context["request"], BlogIndexPage)
    return blog and blog + path_in_blog(name, slug)


@lru_cache(1000)
def path_in_blog(name, slug):
    """Return a path below the blog's index, which is found faster than made."""
    return BlogIndexPage().reverse_subpage(name, [slug] if slug else [])
