"""People who match a search query."""

from typing import NamedTuple

from django.utils.html import strip_tags

from boulder_therapeutics.core.models import Person


class FoundPerson(NamedTuple):
    """A result of the search that is not a page."""

    slug: str
    title: str
    text: str


def find_people(patterns):
    """Return the people found by name, and those whose description has the words.

    All words must match, as in pages. A clinic has so few people that one query loads
    them all.
    """
    found = [p for p in load_people() if all(w.search(" ".join(p)) for w in patterns)]
    named = [p for p in found if any(w.search(p.title) for w in patterns)]
    return named, [person for person in found if person not in named]


def load_people():
    """Return everybody at the clinic, by name."""
    fields = "slug", "name", "role", "credentials", "biography"
    return [
        FoundPerson(slug, name, describe(role, credentials, biography))
        for slug, name, role, credentials, biography in Person.objects.values_list(
            *fields
        )
    ]


def describe(role, credentials, biography):
    """Return what is known about a person as one line."""
    head = ", ".join(filter(None, [role, credentials]))
    text = " ".join(strip_tags(biography.replace("</p>", "</p> ")).split())
    return ". ".join(filter(None, [head, text]))
