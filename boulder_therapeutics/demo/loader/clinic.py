from datetime import date, time, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from wagtail.documents import get_document_model
from wagtail.rich_text import RichText

from blog.models import Category
from boulder_therapeutics.core.models import ClinicSettings, Person

from ..content.categories import CATEGORIES
from ..content.clinic import CLINIC
from ..content.people import PEOPLE
from ..content.policies import FORM, POLICIES
from .pictures import load_picture

FACTS = [
    "name",
    "street",
    "city",
    "region",
    "postal_code",
    "country",
    "phone",
    "phone_takes_texts",
    "email",
    "payment_accepted",
    "payment_accepted_es",
    "price_range",
    "latitude",
    "longitude",
]
LICENSE_DURATION = timedelta(days=730)


def load_clinic():
    """Fill in the clinic settings, unless they have been edited."""
    clinic = ClinicSettings.load()
    if clinic.street or clinic.weekly_hours:
        return
    for fact in FACTS:
        setattr(clinic, fact, CLINIC[fact])
    clinic.weekly_hours = list(make_weekly_hours())
    clinic.special_days = list(make_special_days())
    clinic.policies = list(make_policies())
    titles = {name: FORM[name] for name in ("title", "title_es")}
    form = titles | {"document": load_form(), "url": ""}
    clinic.new_client_forms = [("form", form)]
    clinic.save()


def make_weekly_hours():
    """Yield the block of each span of opening hours."""
    for day, spans in CLINIC["hours"]:
        for opens, closes in make_times(spans):
            yield "hours", {"day": str(day), "opens": opens, "closes": closes}


def make_special_days():
    """Yield the block of each day with other hours."""
    for day, spans, reason, reason_es in CLINIC["special_days"]:
        texts = {"reason": reason, "reason_es": reason_es}
        for opens, closes in make_times(spans):
            times = {"opens": opens, "closes": closes}
            yield "day", {"date": date.fromisoformat(day), **times, **texts}


def make_policies():
    """Yield the block of each policy."""
    for kind, html, html_es in POLICIES:
        texts = {"text": RichText(html), "text_es": RichText(html_es)}
        yield "policy", {"kind": kind, "title": "", **texts}


def load_form():
    """Return the document for new clients, creating it if needed."""
    file = ContentFile(FORM["text"].encode(), name=FORM["file"])
    return get_document_model().objects.get_or_create(
        title=FORM["title"], defaults={"file": file}
    )[0]


def link_health_data(page):
    """Link the footer to the new page about health data."""
    ClinicSettings.objects.filter(health_data_page=None).update(health_data_page=page)


def make_times(spans):
    """Return (opens, closes) times from strings; (None, None) for a closed day."""
    times = [tuple(map(time.fromisoformat, span)) for span in spans]
    return times or [(None, None)]


def load_people():
    """Create the missing people."""
    for person in PEOPLE:
        Person.objects.get_or_create(
            slug=person["slug"],
            defaults={
                "name": person["name"],
                "role": person["role"],
                "role_es": person["role_es"],
                "biography": person["biography"],
                "biography_es": person["biography_es"],
                "picture": load_picture(person["drawing"], person["drawing_alt"]),
                **(make_therapist(person) if person["drawing"] else {}),
            },
        )


def make_therapist(person):
    """Return the fields of a therapist, with a license of two years from now on."""
    return {
        "is_therapist": True,
        "takes_new_clients": person["takes_new_clients"],
        "license_title": Person.LicenseTitle.LMT,
        "license_number": person["license_number"],
        "license_state": "Colorado",
        "license_expires": timezone.localdate() + LICENSE_DURATION,
        "specialties": [("specialty", text) for text in person["specialties"]],
        "specialties_es": [("specialty", t) for t in person["specialties_es"]],
        "languages": [("language", code) for code in person["languages"]],
    }


def load_categories():
    """Create the missing categories."""
    for category in CATEGORIES:
        parent = Category.objects.filter(slug=category["parent"]).first()
        Category.objects.get_or_create(
            slug=category["slug"],
            defaults={
                "name": category["name"],
                "description": category["description"],
                "name_es": category["name_es"],
                "description_es": category["description_es"],
                "parent": parent,
            },
        )
