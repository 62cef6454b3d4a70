"""What is kept of a page when the rest of it has to be made again."""

from functools import partial

from django import template
from django.utils.safestring import mark_safe

from boulder_therapeutics.pagecache import keep_part

register = template.Library()


class PartNode(template.Node):
    """A part that is the same wherever the values of its `key` are.

    Where one of them says nothing, there is no page that would be asked for again.
    """

    def __init__(self, nodelist, key, name):
        self.nodelist, self.key, self.name = nodelist, key, name

    def render(self, context):
        """Return the part, which may have been made for an earlier answer."""
        key = tuple(value.resolve(context) for value in self.key)
        make = partial(self.nodelist.render, context)
        text = keep_part(key, make) if all(key) else make()
        if not self.name:
            return text
        context[self.name] = mark_safe(text)  # noqa: S308 - a template has made it
        return ""


@register.tag
def part(parser, token):
    """Keep what stands up to `endpart`: `{% part "article" page.pk %}`.

    With `as name` at the end the part is not shown here but is `{{ name }}` later on,
    so that what changes more often may stand before it.
    """
    _, *key = token.split_contents()
    *key, name = key[:-2] + key[-1:] if key[-2:-1] == ["as"] else [*key, None]
    nodelist = parser.parse(["endpart"])
    parser.delete_first_token()
    return PartNode(nodelist, [parser.compile_filter(value) for value in key], name)
