from boulder_therapeutics.core.languages import translated

from .clinic import CLINIC_ID
from .values import without_empty


def person(member, url):
    """Describe a member of the clinic; `url` is their page or lists their articles."""
    return without_empty(
        {
            "@type": "Person",
            "@id": f"{url}#person",
            "name": member.name,
            "url": url,
            "jobTitle": translated(member, "role"),
            "knowsLanguage": [block.value for block in member.languages],
            "knowsAbout": [b.value for b in translated(member, "specialties")],
            "hasCredential": license_of(member) if member.is_licensed else None,
            "worksFor": {"@id": CLINIC_ID},
        }
    )


def license_of(member):
    """Describe the license of a person who has one."""
    state = member.license_state
    return without_empty(
        {
            "@type": "EducationalOccupationalCredential",
            "name": member.credentials,
            "description": member.get_license_title_display(),
            "credentialCategory": "license",
            "identifier": member.license_number,
            "recognizedBy": state and {"@type": "AdministrativeArea", "name": state},
        }
    )
