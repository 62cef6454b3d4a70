from boulder_therapeutics.core.languages import translated

from .clinic import CLINIC_ID
from .values import without_empty


def person(member, url):
    """Describe a member of the clinic, with `url` listing their articles."""
    letters = member.credentials
    return without_empty(
        {
            "@type": "Person",
            "@id": f"{url}#person",
            "name": member.name,
            "url": url,
            "jobTitle": translated(member, "role"),
            "hasCredential": letters
            and {"@type": "EducationalOccupationalCredential", "name": letters},
            "worksFor": {"@id": CLINIC_ID},
        }
    )
