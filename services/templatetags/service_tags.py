from django import template
from django.utils.translation import gettext

from boulder_therapeutics.core.languages import in_language
from boulder_therapeutics.core.navigation import get_navigation

from ..blocks import OFFER_KINDS
from ..models import ServiceIndexPage, ServicePage

register = template.Library()


@register.simple_tag
def all_services():
    """Return the public services in the active language, for cards."""
    return in_language(ServicePage.objects.published()).for_cards()


@register.simple_tag
def services_by(person):
    """Return the public services that a person treats, for cards."""
    return all_services().filter(therapists=person)


@register.simple_tag
def group_services(services):
    """Return (heading, services) pairs: those for body parts, then the others."""
    whole = [page for page in services if page.body_area == page.BodyArea.WHOLE_BODY]
    parts = [page for page in services if page not in whole]
    groups = [(gettext("By body part"), parts), (gettext("By kind of session"), whole)]
    return [(heading, pages) for heading, pages in groups if pages]


@register.simple_tag
def group_offers(offers):
    """Return (heading, offers) pairs, in the order of the kinds."""
    values = [block.value for block in offers]
    groups = [
        (heading, [value for value in values if value["kind"] == kind])
        for kind, heading in OFFER_KINDS
    ]
    return [(heading, members) for heading, members in groups if members]


@register.filter
def body_area_icon(area):
    """Return the static path of the icon of a body area."""
    return f"img/icons/body-{area}.svg"


@register.filter
def body_area_drawing(area):
    """Return the template with the zone of a body area in the body map."""
    return f"components/body_map/{area}.html"


@register.simple_tag(takes_context=True)
def services_url(context):
    """Return the URL of the list of services, or "" without one."""
    return get_navigation(context["request"]).section_url(ServiceIndexPage)


@register.filter
def dollars(amount):
    """Format a price like “$95”, with cents only if there are any; "" without one."""
    if amount is None:
        return ""
    return f"${amount:.0f}" if amount == int(amount) else f"${amount:.2f}"
