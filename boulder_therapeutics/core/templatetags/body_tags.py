"""Template tags for bodies: images, and the links of rich text."""

from django import template
from django.utils.safestring import mark_safe

from wagtail.rich_text import expand_db_html

from boulder_therapeutics.images.pictures import render_picture

register = template.Library()
register.simple_tag(render_picture, name="responsive_picture")


@register.filter
def expand_links(html):
    """Resolve the page and document links of stored rich text, all with one query."""
    return mark_safe(expand_db_html(html))  # noqa: S308 - as safe as its argument
