from .clinic import ClinicSettings
from .contact import ContactPage
from .messages import ContactMessage
from .pages import HomePage, StandardPage
from .people import Person
from .reviews import ReviewMixin
from .therapists import TherapistPage

__all__ = [
    "ClinicSettings",
    "ContactMessage",
    "ContactPage",
    "HomePage",
    "Person",
    "ReviewMixin",
    "StandardPage",
    "TherapistPage",
]
