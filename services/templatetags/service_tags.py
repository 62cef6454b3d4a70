from django import template

from boulder_therapeutics.core.navigation import find_section, find_section_url
from boulder_therapeutics.core.restrictions import only_public
from boulder_therapeutics.pagecache import tag

from ..models import ServiceIndexPage, ServicePage

register = template.Library()


@register.simple_tag(takes_context=True)
def all_services(context):
    """Return every public service with its prices, in the order of the page tree."""
    tag("services")
    pages = only_public(ServicePage.objects.order_by("path"))
    # Or SQLite would look for services at each page of the site.
    if section := find_section(context["request"], ServiceIndexPage):
        pages = pages.child_of(section)
    return list(pages.prefetch_related("prices"))


@register.simple_tag
def group_services(services):
    """Return services as (heading, services) pairs: body parts, kinds of session."""
    whole = [page for page in services if page.body_area == page.BodyArea.WHOLE_BODY]
    parts = [page for page in services if page not in whole]
    groups = [("By body part", parts), ("By kind of session", whole)]
    return [(heading, pages) for heading, pages in groups if pages]


@register.filter
def body_area_drawing(area):
    """Return the template with the region of a body area in the drawn figure."""
    return f"components/body_map/{area}.html"


@register.simple_tag(takes_context=True)
def services_url(context):
    """Return the address of the list of services, or "" without one."""
    return find_section_url(context["request"], ServiceIndexPage)


@register.filter
def dollars(amount):
    """Say a price: “$95”, and cents only where there are some."""
    return f"${amount:.0f}" if amount == int(amount) else f"${amount:.2f}"
