"""Titles and descriptions of pages for search engines and link previews."""

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext

from boulder_therapeutics.core.languages import translated

LONGEST_TITLE = 65
SHORTEST, LONGEST = 70, 160


def complete_title(title, clinic, page_number=1):
    """Return `title` with the page number, and the clinic's name if there is room.

    A title that ends with the name, as imported ones may, has it only once.
    """
    later = gettext(", page %d") % page_number if page_number > 1 else ""
    whole = f"{title}{later} | {clinic.name}"
    is_named = title.casefold().endswith(clinic.name.casefold())
    has_room = len(whole) <= LONGEST_TITLE
    return whole if has_room and not is_named else f"{title}{later}"


def complete_description(text, clinic, page_number=1):
    """Return `text` in the length that search engines show, 70 to 160 characters."""
    text = " ".join(strip_tags(text).split())
    if page_number > 1:
        text = "{} {}".format(gettext("Page %d.") % page_number, text)
    if len(text) < SHORTEST:
        place = ", ".join(filter(None, [clinic.name, clinic.city, clinic.region]))
        sentence = text and text.rstrip(".?!") + ". "
        text = sentence + gettext("%s: sports massage for people who move.") % place
    return Truncator(text).chars(LONGEST)


def describe(page, category=None, author=None, tag=None):
    """Return a description of `page`, or of the list of articles that it shows."""
    if tag:
        about = gettext("Articles about %s, for people who run, climb, ride and sit.")
        return about % tag
    if author:
        names = {"name": author, "role": translated(author, "role")}
        start = gettext("Articles by %(name)s, %(role)s.") % names
        about = strip_tags(translated(author, "biography"))
        return f"{start} {about}".replace(", .", ".")
    if category:
        about = translated(category, "description")
        return about or gettext("Articles about %s.") % category
    names = ("search_description", "introduction", "summary", "title")
    return next((text for name in names if (text := getattr(page, name, ""))), "")
