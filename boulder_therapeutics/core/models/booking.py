from django.core.exceptions import ValidationError
from django.db import models

from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from ..clinic.booking import complete_booking_url, fill_pattern
from ..clinic.booking_systems import SYSTEMS

NO_ACCOUNT = (
    "Enter only the name or number of your account, like “clinic”, or the URL of your "
    "booking page in this system."
)


class BookingMixin(models.Model):
    """The booking system of the clinic; without one, visitors use the contact page."""

    class BookingSystem(models.TextChoices):
        OTHER = "other", "Other"
        ACUITY = "acuity", "Acuity Scheduling"
        CLINIKO = "cliniko", "Cliniko"
        JANE = "jane", "Jane"
        MINDBODY = "mindbody", "Mindbody"
        SIMPLEPRACTICE = "simplepractice", "SimplePractice"

    booking_system = models.CharField(
        max_length=20, choices=BookingSystem, default=BookingSystem.OTHER
    )
    booking_account = models.CharField(
        "account",
        max_length=255,
        blank=True,
        help_text=(
            "The name before .janeapp.com, .cliniko.com (like “clinic.us1”), "
            ".acuityscheduling.com or .clientsecure.me, or the site number of "
            "Mindbody. The URL of your booking page is shortened to it."
        ),
    )
    booking_group = models.CharField(
        "group",
        max_length=50,
        blank=True,
        help_text=(
            "The number of the discipline (Jane), business (Cliniko) or service "
            "category (Mindbody), if the URLs of your booking pages have one."
        ),
    )
    booking_url = models.CharField(
        "booking URL",
        max_length=500,
        blank=True,
        help_text=(
            "For other systems: the page where visitors book. {service} and "
            "{therapist} are replaced with their booking codes. Without a booking "
            "system, visitors use the contact page."
        ),
    )

    booking_panel = MultiFieldPanel(
        [
            "booking_system",
            FieldRowPanel(["booking_account", "booking_group"]),
            "booking_url",
        ],
        heading="Booking",
    )

    class Meta:
        abstract = True

    def clean(self):
        """Complete the booking URL; find the account; reject what is wrong."""
        super().clean()
        try:
            self.booking_url = complete_booking_url(self.booking_url)
        except ValidationError as error:
            raise ValidationError({"booking_url": error}) from error
        if self.booking_system in SYSTEMS:
            system = SYSTEMS[self.booking_system]
            self.booking_account = system.find_account(self.booking_account)
            if not self.booking_account:
                raise ValidationError({"booking_account": NO_ACCOUNT})

    @property
    def has_booking(self):
        """Whether visitors can book online."""
        if self.booking_system in SYSTEMS:
            return bool(self.booking_account)
        return bool(self.booking_url)

    def booking_link(self, service=None, therapist=None):
        """Return the URL for booking, with what has a booking code preselected."""
        bookable = {"service": service, "therapist": therapist}
        if self.booking_system not in SYSTEMS:
            return fill_pattern(self.booking_url, **bookable)
        codes = {n: getattr(thing, "booking_code", "") for n, thing in bookable.items()}
        own = {"account": self.booking_account, "group": self.booking_group}
        return SYSTEMS[self.booking_system].fill(own | codes)
