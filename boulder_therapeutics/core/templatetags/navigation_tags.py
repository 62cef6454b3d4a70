"""Template tags for menus, breadcrumbs and the link to the contact page."""

from django import template

from ..models import ContactPage
from ..navigation import get_navigation

register = template.Library()


@register.simple_tag(takes_context=True)
def main_menu(context):
    """Return the links of the header."""
    return get_navigation(context["request"]).links(context.get("page"), in_menu=True)


@register.simple_tag(takes_context=True)
def footer_menu(context):
    """Return the links of the footer: the sections that are not in the header.

    And the page about health data, wherever it is.
    """
    navigation = get_navigation(context["request"])
    links = navigation.links(context.get("page"), in_menu=False)
    chosen = context["clinic"].health_data_page_id
    return [*links, *navigation.links_to(chosen, context.get("page"))]


@register.simple_tag(takes_context=True)
def breadcrumbs(context, page):
    """Return the titles and URLs of the pages above `page`, the home page first."""
    request = context["request"]
    return [
        {"title": parent.title, "url": parent.get_url(request)}
        for parent in get_navigation(request).parents(page)
    ]


@register.simple_tag(takes_context=True)
def privacy_url(context):
    """Return the URL of the privacy page, "" without one."""
    return get_navigation(context["request"]).privacy_url


@register.simple_tag(takes_context=True)
def contact_url(context):
    """Return the URL of the contact page, "" without one."""
    return get_navigation(context["request"]).section_url(ContactPage)
