"""Template tags for pagination links."""

from urllib.parse import urlencode

from django import template

# The parameters that all pages of a list share.
SHARED = "order", "q"

register = template.Library()


@register.simple_tag
def page_numbers(items):
    """Return the page numbers to link to, with None in place of each gap."""
    numbers = items.paginator.get_elided_page_range(items.number, on_each_side=2)
    return [number if isinstance(number, int) else None for number in numbers]


@register.simple_tag(takes_context=True)
def list_page_url(context, number, parameter="", path="", fragment=""):
    """Return the URL of page `number` of a list; the first one has no parameter."""
    request = context["request"]
    query = {name: request.GET[name] for name in SHARED if name in request.GET}
    if number > 1:
        query[parameter or "page"] = number
    search = f"?{urlencode(query)}" if query else ""
    return (path or request.path) + search + fragment
