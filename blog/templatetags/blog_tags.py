from django import template

from boulder_therapeutics.core.navigation import find_section_url

from ..models import BlogIndexPage, BlogPage

register = template.Library()


@register.simple_tag
def latest_articles(number):
    """Return the newest articles, ready for cards."""
    return BlogPage.objects.published().for_cards()[:number]


@register.simple_tag
def articles_about(service, number):
    """Return the newest articles that name `service`, ready for cards."""
    return service.linked_articles.for_cards()[:number] if service.pk else []


@register.filter
def has_block(body, kind):
    """Tell whether a body holds a block of a kind."""
    return any(block.block_type == kind for block in body)


@register.simple_tag(takes_context=True)
def blog_url(context, name="index", slug=None):
    """Return an address of the blog: its index, feed, a category, tag or author."""
    blog = find_section_url(context["request"], BlogIndexPage)
    return blog and blog + BlogIndexPage().reverse_subpage(name, [slug] if slug else [])
