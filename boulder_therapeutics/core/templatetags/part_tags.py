"""What is kept of a page when the rest of it has to be made again."""

from django import template

from boulder_therapeutics.pagecache import keep_part

register = template.Library()


class PartNode(template.Node):
    """A part that is the same wherever the values of its `key` are."""

    def __init__(self, nodelist, key):
        self.nodelist, self.key = nodelist, key

    def render(self, context):
        """Return the part, which may have been made for an earlier answer."""
        key = tuple(value.resolve(context) for value in self.key)
        return keep_part(key, lambda: self.nodelist.render(context))


@register.tag
def part(parser, token):
    """Keep what stands up to `endpart`: `{% part "article" page.pk %}`."""
    _, *key = token.split_contents()
    nodelist = parser.parse(["endpart"])
    parser.delete_first_token()
    return PartNode(nodelist, [parser.compile_filter(value) for value in key])
