"""Template tags for the language of a page, and for its translations."""

from django import template
from django.urls import reverse

from ..languages import (
    current_language,
    lang_attribute,
    lang_of,
    language_tag,
    marked_text,
    translated,
)
from ..navigation import get_navigation

register = template.Library()
register.simple_tag(lang_of)
register.simple_tag(language_tag)
register.simple_tag(marked_text)
register.filter(translated)


@register.simple_tag
def home_url():
    """Return the URL of the home page in the active language, without a query."""
    return reverse("wagtail_serve", args=[""])


@register.simple_tag
def lang_of_page(page):
    """Return a `lang` attribute if a page is not in the active language."""
    code = page.locale.language_code
    return lang_attribute(language_tag(code) if code != current_language() else "")


@register.simple_tag(takes_context=True)
def other_languages(context):
    """Return the links to this page, or else to the home page, in other languages."""
    return get_navigation(context["request"]).other_languages(context.get("page"))


@register.simple_tag(takes_context=True)
def alternates(context, page):
    """Return the URLs of `page` in all languages, for search engines.

    None without a translation, and on lists below the page.
    """
    request = context["request"]
    if not page or not page.pk or request.path != page.get_url(request):
        return []
    return get_navigation(request).alternates(page)
