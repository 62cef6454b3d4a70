from datetime import date, time

from blog.models import Category
from boulder_therapeutics.core.models import ClinicSettings, Person

from ..content.categories import CATEGORIES
from ..content.clinic import CLINIC
from ..content.people import PEOPLE
from .pictures import load_picture

FACTS = [
    "name",
    "street",
    "city",
    "region",
    "postal_code",
    "country",
    "phone",
    "email",
    "price_range",
    "latitude",
    "longitude",
]


def load_clinic():
    """Fill in the clinic settings, unless they have been edited."""
    clinic = ClinicSettings.load()
    if clinic.street or clinic.weekly_hours:
        return
    for fact in FACTS:
        setattr(clinic, fact, CLINIC[fact])
    clinic.weekly_hours = [
        ("hours", {"day": str(day), "opens": opens, "closes": closes})
        for day, spans in CLINIC["hours"]
        for opens, closes in make_times(spans)
    ]
    clinic.special_days = [
        (
            "day",
            {
                "date": date.fromisoformat(day),
                "opens": opens,
                "closes": closes,
                "reason": reason,
                "reason_es": reason_es,
            },
        )
        for day, spans, reason, reason_es in CLINIC["special_days"]
        for opens, closes in make_times(spans)
    ]
    clinic.save()


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
                "credentials": person["credentials"],
                "biography": person["biography"],
                "biography_es": person["biography_es"],
                "is_therapist": person["drawing"] is not None,
                "picture": load_picture(person["drawing"], person["drawing_alt"]),
            },
        )


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
