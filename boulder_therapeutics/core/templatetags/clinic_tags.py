"""What the templates of all pages need from the clinic and from the page tree."""

import json
from urllib.parse import quote, urlencode

from django import template
from django.utils import timezone

from ..clinic.opening_hours import (
    group_week,
    list_special_days,
    list_statuses,
)
from ..clinic.phone import cached_phone
from ..models import ContactPage
from ..navigation import get_navigation

register = template.Library()
register.simple_tag(cached_phone)

# Longer than any cache keeps a page.
STATUS_DAYS = 3


@register.simple_tag(takes_context=True)
def main_menu(context):
    """Return the links of the header."""
    return get_navigation(context["request"]).links(context.get("page"), in_menu=True)


@register.simple_tag(takes_context=True)
def footer_menu(context):
    """Return links to the pages that the header leaves out."""
    navigation = get_navigation(context["request"])
    return navigation.links(context.get("page"), in_menu=False)


@register.simple_tag(takes_context=True)
def breadcrumbs(context, page):
    """Return the pages above `page`, home first."""
    request = context["request"]
    return [
        {"title": parent.title, "url": parent.get_url(request)}
        for parent in get_navigation(request).parents(page)
    ]


@register.simple_tag(takes_context=True)
def contact_url(context):
    """Return the address of the contact page, or "" without one."""
    return get_navigation(context["request"]).section_url(ContactPage)


@register.simple_tag(takes_context=True)
def booking_url(context, page=None, therapist=None):
    """Return where to book, with the service chosen if `page` is one.

    With a `therapist` it is where to book them, or "" when that cannot be said.
    """
    clinic, is_service = context["clinic"], hasattr(page, "booking_code")
    if therapist and not (clinic.booking_url and therapist.booking_code):
        return ""
    if clinic.booking_url:
        service = page if is_service else None
        return fill_pattern(clinic.booking_url, service=service, therapist=therapist)
    contact = contact_url(context)
    if contact and is_service:
        return f"{contact}?{urlencode({'service': page.slug})}"
    return contact


def fill_pattern(pattern, **codes):
    """Return `pattern` with the booking codes of what is to be booked."""
    for name, thing in codes.items():
        code = quote(getattr(thing, "booking_code", ""), safe="")
        pattern = pattern.replace(f"{{{name}}}", code)
    return pattern


@register.simple_tag
def directions_url(clinic):
    """Return a link to a map service with the way to the clinic."""
    address = f"{clinic.street}, {clinic.city}, {clinic.region} {clinic.postal_code}"
    query = urlencode({"api": 1, "destination": address})
    return f"https://www.google.com/maps/dir/?{query}"


@register.simple_tag
def opening_hours(clinic):
    """Return the clinic's week, in words."""
    return group_week(clinic.openings)


@register.simple_tag
def special_days(clinic):
    """Return the clinic's special days to come, in words."""
    return list_special_days(clinic.special_openings, timezone.localdate())


@register.simple_tag
def statuses(clinic):
    """Return what to say of the clinic from when on, for a script to pick from."""
    rows, special_rows = clinic.openings, clinic.special_openings
    if not rows:
        return ""
    listed = list_statuses(rows, special_rows, timezone.localtime(), STATUS_DAYS)
    pairs = [[int(moment.timestamp()), words] for moment, words in listed]
    return json.dumps(pairs, separators=(",", ":"))


@register.simple_tag
def page_numbers(items):
    """Return the numbers of pages to link to, None where some are left out."""
    numbers = items.paginator.get_elided_page_range(items.number, on_each_side=2)
    return [number if isinstance(number, int) else None for number in numbers]


@register.simple_tag(takes_context=True)
def page_address(context, number, parameter="", path="", fragment=""):
    """Return the address of page `number` of a list; the first has a clean one."""
    request = context["request"]
    query = {"q": request.GET["q"]} if "q" in request.GET else {}
    if number > 1:
        query[parameter or "page"] = number
    search = f"?{urlencode(query)}" if query else ""
    return (path or request.path) + search + fragment


@register.filter
def body_area_icon(area):
    """Return the static path of the drawing of a body area."""
    return f"img/icons/body-{area}.svg"


@register.filter
def with_notes(field):
    """Render the field's widget, tied to its hint, its error and the form's notes."""
    notes = "form-notes" if field.field.required else ""
    hint = f"{field.auto_id}_helptext" if field.help_text else ""
    error = f"{field.auto_id}_error" if field.errors else ""
    ids = " ".join(filter(None, [notes, hint, error]))
    return field.as_widget(attrs={"aria-describedby": ids} if ids else None)
