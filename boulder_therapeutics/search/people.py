"""People who match a search query."""

from typing import NamedTuple

from django.utils.html import strip_tags

from boulder_therapeutics.core.languages import translated
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
    return [
        FoundPerson(person.slug, person.name, describe(person))
        for person in Person.objects.all()
    ]


def describe(person):
    """Return the facts about a person in the active language, as one line."""
    html = translated(person, "biography").replace("</p>", "</p> ")
    specialties = [block.value for block in translated(person, "specialties")]
    facts = [
        person.role_and_credentials,
        ", ".join(specialties),
        ", ".join(person.language_names),
        " ".join(strip_tags(html).split()),
    ]
    return ". ".join(filter(None, facts))
