from .contact import ContactPage
from .images import CustomImage, Rendition
from .messages import ContactMessage
from .outbox import OutboxMail
from .pages import HomePage, StandardPage
from .people import Person
from .settings import ClinicSettings

__all__ = [
    "ClinicSettings",
    "ContactMessage",
    "ContactPage",
    "CustomImage",
    "HomePage",
    "OutboxMail",
    "Person",
    "Rendition",
    "StandardPage",
]
