"""What bodies are rendered with: blocks, pictures, and the links of rich text."""

import json
from functools import partial

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import cached_property
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from wagtail.rich_text import expand_db_html

from boulder_therapeutics.images.shapes import (
    images_in,
    render_picture,
    share_renditions,
)
from boulder_therapeutics.pagecache import keep_part, shown_so_far

register = template.Library()
register.simple_tag(render_picture, name="responsive_picture")


@register.filter
def expand_links(html):
    """Give stored links their addresses."""
    return mark_safe(expand_db_html(html))  # noqa: S308 - as safe as what came in


@register.simple_tag(takes_context=True)
def blocks(context, stream):
    """Return the blocks of a stream as HTML.

    On a page, those that an editor has not touched are not made again.
    """
    page, shown = context.get("page"), Blocks(stream, context)
    if context.get("in_feed") or not page or not page.pk:
        made = map(shown.render, range(len(stream)))
    else:
        # What a block shows of the page besides itself is its address.
        key, own = ("block", page.pk, page.url_path), {f"page-{page.pk}"}
        made = []
        for number, raw in enumerate(stream.raw_data):
            stored = json.dumps(raw, cls=DjangoJSONEncoder)
            # What it refers to may have been looked up for another block, and the facts
            # of the clinic for another part of the page.
            uses = {"settings", *shown_so_far()} - own
            made.append(keep_part((*key, stored), partial(shown.render, number), uses))
    return mark_safe("".join(made))  # noqa: S308 - made by templates


class Blocks:
    """Blocks that are only looked at when they are not kept."""

    def __init__(self, stream, context):
        self.stream, self.context = stream, context

    @cached_property
    def variables(self):
        """The context for the templates of all of them."""
        return self.context.flatten()

    def render(self, number):
        """Return a block as HTML."""
        block = self.stream[number]
        # The sizes of the pictures of all blocks of a kind are found together.
        share_renditions(images_in(self.stream.blocks_by_name(block.block_type)))
        return conditional_escape(block.render_as_block(context=self.variables))
