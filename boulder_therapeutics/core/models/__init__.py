from .clinic import ClinicSettings
from .contact import ContactPage
from .message_settings import MessageSettings
from .messages import ContactMessage
from .pages import HomePage, StandardPage
from .people import Person
from .privacy import PrivacySettings
from .reviews import ReviewMixin
from .therapists import TherapistPage

__all__ = [
    "ClinicSettings",
    "ContactMessage",
    "ContactPage",
    "HomePage",
    "MessageSettings",
    "Person",
    "PrivacySettings",
    "ReviewMixin",
    "StandardPage",
    "TherapistPage",
]
