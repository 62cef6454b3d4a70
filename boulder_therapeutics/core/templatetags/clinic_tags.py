"""What the templates of all pages need from the clinic and from the page tree."""

from urllib.parse import quote, urlencode

from django import template
from django.conf import settings
from django.utils import timezone

from ..models import ContactPage
from ..navigation import find_parents, find_section_url, list_links
from ..opening_hours import group_week, list_special_days

register = template.Library()


@register.simple_tag(takes_context=True)
def main_menu(context):
    """Return the links of the header."""
    return list_links(context["request"], context.get("page"), in_menu=True)


@register.simple_tag(takes_context=True)
def footer_menu(context):
    """Return links to the pages that the header leaves out."""
    return list_links(context["request"], context.get("page"), in_menu=False)


@register.simple_tag(takes_context=True)
def breadcrumbs(context, page):
    """Return the pages above `page`, home first."""
    request = context["request"]
    return [
        {"title": parent.title, "url": parent.get_url(request)}
        for parent in find_parents(request, page)
    ]


@register.simple_tag(takes_context=True)
def contact_url(context):
    """Return the address of the contact page, or "" without one."""
    return find_section_url(context["request"], ContactPage)


@register.simple_tag(takes_context=True)
def booking_url(context, page=None):
    """Return where to book, with the service chosen if `page` is one."""
    clinic, is_service = context["clinic"], hasattr(page, "booking_code")
    if clinic.booking_url:
        code = page.booking_code if is_service else ""
        return clinic.booking_url.replace("{service}", quote(code, safe=""))
    contact = contact_url(context)
    if contact and is_service:
        return f"{contact}?{urlencode({'service': page.slug})}"
    return contact


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


@register.simple_tag(takes_context=True)
def canonical(context, page=None):
    """Return the one public address of what is shown, `?page=` included."""
    request = context["request"]
    home = page.get_url(request) if page and page.pk else ""
    path = request.path if request.path.startswith(home or "/") else home
    number = page_number(context)
    return settings.SITE_URL + path + (f"?page={number}" if number > 1 else "")


@register.simple_tag(takes_context=True)
def document_title(context):
    """Return the page's title for the window, the search engine and sharers."""
    page, clinic = context.get("page"), context["clinic"]
    title = context.get("heading") or getattr(page, "seo_title", "")
    if not title and hasattr(page, "headline"):
        return f"{clinic.name}: {page.headline}"
    title = title or getattr(page, "title", "")
    number = page_number(context)
    later = f", page {number}" if number > 1 else ""
    error = "Error: " if was_refused(context) else ""
    return f"{error}{title}{later} | {clinic.name}"


@register.simple_tag(takes_context=True)
def description(context):
    """Return what search engines and sharers say under the title."""
    page, category = context.get("page"), context.get("category")
    texts = [
        getattr(category, "description", ""),
        getattr(page, "search_description", ""),
        getattr(page, "introduction", ""),
        getattr(page, "summary", ""),
    ]
    return next((text for text in texts if text), "")


@register.simple_tag
def sharing_picture(page):
    """Return the picture that sharers show for `page`, or None."""
    cover = getattr(page, "cover", None)
    if not cover:
        return None
    rendition = cover.get_rendition("fill-1200x630|format-jpeg")
    return {
        "url": settings.SITE_URL + rendition.url,
        "width": rendition.width,
        "height": rendition.height,
        "alt": rendition.alt,
    }


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


def page_number(context):
    """Return the number of the page of a list that is shown, 1 without a list."""
    lists = (context.get(name) for name in ("articles", "results"))
    return next((shown.number for shown in lists if hasattr(shown, "number")), 1)


def was_refused(context):
    """Tell whether the visitor has sent something that was not accepted."""
    request = context["request"]
    form = context.get("form") or getattr(request, "comment_form", None)
    refusal = getattr(request, "comment_refusal", "")
    return bool(refusal or getattr(form, "errors", None))
