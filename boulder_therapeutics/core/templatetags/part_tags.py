"""What is kept of a page when the rest of it has to be made again."""

from functools import partial

from django import template
from django.utils.safestring import mark_safe

from wagtail.models import Page

from boulder_therapeutics.pagecache import keep_part

register = template.Library()


class PartNode(template.Node):
    """A part that is the same wherever the values of its `key` are.

    Where one of them says nothing, there is no page that would be asked for again.
    """

    def __init__(self, nodelist, key, is_apart, name):
        self.nodelist, self.key = nodelist, key
        self.is_apart, self.name = is_apart, name

    def render(self, context):
        """Return the part, which may have been made for an earlier answer."""
        values = [value.resolve(context) for value in self.key]
        make = partial(self.nodelist.render, context)
        text = self.keep(values, make) if all(values) else make()
        if not self.name:
            return text
        context[self.name] = mark_safe(text)  # noqa: S308 - a template has made it
        return ""

    def keep(self, values, make):
        """Return the part as it is kept, or made by `make` and kept from now on."""
        pages = [value for value in values if isinstance(value, Page)]
        key = tuple(value.pk if value in pages else value for value in values)
        # The clinic's facts are read once for all of a page.
        uses = {"settings", *(f"page-{page.pk}" for page in pages)}
        return keep_part(key, make, uses if self.is_apart else None)


@register.tag
def part(parser, token):
    """Keep what stands up to `endpart`: `{% part "article" page.pk %}`.

    With `apart` after the key it is only made again when something changes that it has
    read itself, or a page in the key: nothing else may be used that was read before.
    With `as name` at the end it is not shown here but is `{{ name }}` later on, so that
    what changes more often may stand before it.
    """
    _, *key = token.split_contents()
    *key, name = key[:-2] + key[-1:] if key[-2:-1] == ["as"] else [*key, None]
    is_apart = key[-1:] == ["apart"]
    key = [parser.compile_filter(value) for value in key if value != "apart"]
    nodelist = parser.parse(["endpart"])
    parser.delete_first_token()
    return PartNode(nodelist, key, is_apart, name)
