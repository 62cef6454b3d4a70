import re

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from boulder_therapeutics.core.languages import in_language
from boulder_therapeutics.core.navigation import get_navigation
from boulder_therapeutics.images.pictures import prefetch_renditions

from ..models import BlogIndexPage, BlogPage

register = template.Library()

TAG = re.compile(r"(<[^>]*>)")
MARKER = re.compile(r"\s?\[(\d{1,2})\]")


@register.simple_tag
def latest_articles(number):
    """Return the newest articles, for cards."""
    return _for_cards(in_language(BlogPage.objects.published()), number)


@register.simple_tag
def articles_about(service, number):
    """Return the newest articles about `service`, for cards."""
    return _for_cards(BlogPage.objects.published().about(service), number)


@register.simple_tag
def articles_by(person, number):
    """Return the newest articles by `person`, for cards."""
    articles = BlogPage.objects.published()
    return _for_cards(articles.filter(article_authors__person=person), number)


def _for_cards(articles, number):
    articles = list(articles.for_cards()[:number])
    prefetch_renditions(article.cover for article in articles)
    return articles


@register.filter
def link_references(html, references):
    """Replace “[1]” in the text of `html` with a link to the first reference."""

    word = gettext("Reference")

    def link(match):
        number = int(match[1])
        if not 1 <= number <= len(references):
            return match[0]
        return (
            f'<sup class="reference"><a href="#reference-{number}">'
            f'<span class="visually-hidden">{word} </span>{number}</a></sup>'
        )

    # Every second part is a tag, whose attributes must not change.
    parts = TAG.split(html)
    parts[::2] = [MARKER.sub(link, text) for text in parts[::2]]
    return mark_safe("".join(parts))  # noqa: S308 - as safe as the input


@register.filter
def has_block(body, block_type):
    return body.first_block_by_name(block_type) is not None


@register.simple_tag(takes_context=True)
def blog_url(context, name="index", slug=None):
    """Return the URL of the blog, or of a feed, category, tag or author in it."""
    blog = get_navigation(context["request"]).section_url(BlogIndexPage)
    return blog and blog + BlogIndexPage().reverse_subpage(name, [slug] if slug else [])
