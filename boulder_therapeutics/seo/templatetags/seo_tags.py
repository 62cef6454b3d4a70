"""What search engines and sharers read in the head of a page, and below it."""

import json

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from boulder_therapeutics.images.making import make_card

from ..descriptions import complete_description, complete_title, describe
from ..sharing_card import HEIGHT, WIDTH, card_of_page
from ..structured_data import complete, describe_page

register = template.Library()

# In a script element nothing may look like markup.
ESCAPES = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"}


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
    if context.get("category"):
        title = f"{title} articles"
    error = "Error: " if was_refused(context) else ""
    return complete_title(f"{error}{title}", clinic, page_number(context))


@register.simple_tag(takes_context=True)
def description(context):
    """Return what search engines and sharers say under the title."""
    lists = {name: context.get(name) for name in ("category", "author", "tag")}
    text = context.get("about") or describe(context.get("page"), **lists)
    return complete_description(text, context["clinic"], page_number(context))


@register.simple_tag(takes_context=True)
def sharing_picture(context):
    """Return the picture that sharers show for what is shown, or None."""
    page = context.get("page")
    if getattr(context["request"], "is_preview", False):
        return None
    # Without a page there is nothing to name but the clinic, as in the search.
    title = context.get("heading", "") if page else context["clinic"].name
    card = card_of_page(page, context["clinic"], title, context.get("author"))
    if not card.is_made:
        make_card(card)
    return {"url": card.url, "width": WIDTH, "height": HEIGHT, "alt": card.alt}


@register.simple_tag(takes_context=True)
def page_facts(context):
    """Return the facts of the page for `structured_data`, "" for one without any."""
    page, request = context.get("page"), context["request"]
    if not page or not page.pk or getattr(request, "is_preview", False):
        return ""
    facts = {
        "address": canonical(context, page),
        "title": context.get("heading") or page.title,
        "description": description(context),
        "picture": sharing_picture(context)["url"],
    }
    return write_data(describe_page(page, context, facts))


@register.simple_tag(takes_context=True)
def structured_data(context, facts):
    """Return `facts` for search engines as a script, with what changes more often."""
    if not facts:
        return ""
    text = write_data(complete(json.loads(facts), context))
    return format_html('<script type="application/ld+json">{}</script>', text)


def write_data(data):
    """Return `data` as JSON that holds nothing that could be markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # One by one, as `translate` looks at each character.
    for sign, escape in ESCAPES.items():
        text = text.replace(sign, escape)
    return mark_safe(text)  # noqa: S308


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
