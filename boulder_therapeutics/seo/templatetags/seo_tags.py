"""Metadata of pages for search engines and link previews."""

import json

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from ..descriptions import complete_description, complete_title, describe
from ..sharing_card import HEIGHT, WIDTH, card_of_page
from ..structured_data import describe_page

register = template.Library()

# Inside a script element, nothing may look like markup.
ESCAPES = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"}


@register.simple_tag(takes_context=True)
def canonical(context, page=None):
    """Return the canonical URL of what is shown, with `?page=` from page 2 on."""
    request = context["request"]
    home = page.get_url(request) if page and page.pk else ""
    path = request.path if request.path.startswith(home or "/") else home
    number = page_number(context)
    return settings.SITE_URL + path + (f"?page={number}" if number > 1 else "")


@register.simple_tag(takes_context=True)
def markdown_url(context, page=None):
    """Return the URL of what is shown as Markdown, "" if it has none."""
    is_public = (
        page and page.pk and not getattr(context["request"], "is_preview", False)
    )
    url = canonical(context, page)
    return f"{url}index.md" if is_public and url.endswith("/") else ""


@register.simple_tag(takes_context=True)
def document_title(context):
    """Return the content of the title element."""
    page, clinic = context.get("page"), context["clinic"]
    title = context.get("heading") or getattr(page, "seo_title", "")
    if not title and hasattr(page, "headline"):
        return f"{clinic.name}: {page.headline}"
    title = title or getattr(page, "title", "")
    if context.get("category"):
        title = gettext("%s articles") % title
    elif context.get("author"):
        title = gettext("Articles by %(name)s") % {"name": title}
    error = f"{gettext('Error:')} " if was_refused(context) else ""
    return complete_title(f"{error}{title}", clinic, page_number(context))


@register.simple_tag(takes_context=True)
def description(context):
    """Return the meta description, 70 to 160 characters."""
    lists = {name: context.get(name) for name in ("category", "author", "tag")}
    text = context.get("about") or describe(context.get("page"), **lists)
    return complete_description(text, context["clinic"], page_number(context))


@register.simple_tag(takes_context=True)
def sharing_picture(context):
    """Return the image for link previews as a dictionary, None in a preview."""
    page = context.get("page")
    if getattr(context["request"], "is_preview", False):
        return None
    # A view without a page, such as the search, has only the clinic's name to show.
    title = context.get("heading", "") if page else context["clinic"].name
    card = card_of_page(page, context["clinic"], title, context.get("author"))
    return {"url": card.url, "width": WIDTH, "height": HEIGHT, "alt": card.alt}


@register.simple_tag(takes_context=True)
def structured_data(context):
    """Render the page in the vocabulary of schema.org, "" if it is not to be indexed.

    At the end of the page, so that views and tags before it can provide the content.
    """
    page, request = context.get("page"), context["request"]
    if not page or not page.pk or getattr(request, "is_preview", False):
        return ""
    facts = {
        "url": canonical(context, page),
        "title": context.get("heading") or page.title,
        "description": description(context),
        "picture": sharing_picture(context)["url"],
    }
    text = to_json(describe_page(page, context, facts))
    return format_html('<script type="application/ld+json">{}</script>', text)


def to_json(data):
    """Return `data` as JSON that is safe in a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Several times as fast as `str.translate`.
    for character, escape in ESCAPES.items():
        text = text.replace(character, escape)
    return mark_safe(text)  # noqa: S308


def page_number(context):
    """Return which page of a list is shown, 1 if there is no list."""
    lists = (context.get(name) for name in ("articles", "results"))
    return next((shown.number for shown in lists if hasattr(shown, "number")), 1)


def was_refused(context):
    """Return whether the visitor sent a form that was rejected."""
    request = context["request"]
    form = context.get("form") or getattr(request, "comment_form", None)
    refusal = getattr(request, "comment_refusal", "")
    return bool(refusal or getattr(form, "errors", None))
