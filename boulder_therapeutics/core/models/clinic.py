from django.db import models

from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

from ..blocks.clinic import SocialLinkBlock, SpecialDaysBlock, WeeklyHoursBlock
from ..clinic.licenses import reject_claims
from ..clinic.opening_hours import Opening, SpecialOpening
from ..languages import current_language
from .booking import BookingMixin
from .policies import PoliciesMixin


@register_setting(icon="home")
class ClinicSettings(BookingMixin, PoliciesMixin, BaseGenericSetting):
    """Facts about the clinic, entered once and shown throughout the site."""

    class BusinessType(models.TextChoices):
        """The schema.org types that suit a clinic like this."""

        HEALTH_AND_BEAUTY = "HealthAndBeautyBusiness", "Health and beauty business"
        MEDICAL = "MedicalBusiness", "Medical business"
        PHYSICAL_THERAPY = "PhysicalTherapy", "Physical therapy"
        DAY_SPA = "DaySpa", "Day spa"
        SPORTS = "SportsActivityLocation", "Sports activity location"
        LOCAL = "LocalBusiness", "Other local business"

    name = models.CharField(max_length=100, default="Boulder Therapeutics")
    business_type = models.CharField(
        max_length=40,
        choices=BusinessType,
        default=BusinessType.HEALTH_AND_BEAUTY,
        help_text="How search engines classify the clinic.",
    )
    price_range = models.CharField(
        max_length=50,
        blank=True,
        help_text="For search engines, for example “$70 to $140”.",
    )
    street = models.CharField(max_length=255, blank=True)
    city = models.CharField(max_length=100, default="Boulder")
    region = models.CharField("state", max_length=50, default="CO")
    postal_code = models.CharField("ZIP code", max_length=20, blank=True)
    country = models.CharField(max_length=2, default="US")
    latitude = models.DecimalField(
        max_digits=9, decimal_places=6, null=True, blank=True
    )
    longitude = models.DecimalField(
        max_digits=9, decimal_places=6, null=True, blank=True
    )
    map_image = models.ForeignKey(
        "images.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="map",
        help_text="A map or drawing of the way to the clinic. Its description is read "
        "to people who cannot see it. Replace it when the address changes.",
    )
    phone = models.CharField(max_length=30, blank=True)
    phone_takes_texts = models.BooleanField(
        "takes text messages",
        default=False,
        help_text="Offer a text message beside each phone number.",
    )
    email = models.EmailField(
        blank=True, help_text="Shown on the site. Messages from visitors are sent here."
    )

    # StreamFields rather than related tables, as every page loads them: one query.
    weekly_hours = StreamField(WeeklyHoursBlock(), blank=True)
    special_days = StreamField(
        SpecialDaysBlock(),
        blank=True,
        help_text="Dates with different hours, or closed all day.",
    )
    social_links = StreamField([("link", SocialLinkBlock())], blank=True)

    panels = [
        "name",
        FieldRowPanel(["business_type", "price_range"]),
        MultiFieldPanel(
            [
                "street",
                FieldRowPanel(["city", "region"]),
                FieldRowPanel(["postal_code", "country"]),
                FieldRowPanel(["latitude", "longitude"]),
                "map_image",
            ],
            heading="Address",
        ),
        MultiFieldPanel(
            [FieldRowPanel(["phone", "email"]), "phone_takes_texts"], "Contact"
        ),
        BookingMixin.booking_panel,
        PoliciesMixin.policies_panel,
        "weekly_hours",
        "special_days",
        "social_links",
    ]

    class Meta:
        verbose_name = "clinic"

    def __str__(self):
        return self.name

    def clean(self):
        """Reject a name that would go on claiming a license after its end, too."""
        super().clean()
        reject_claims({"name": self.name})

    @property
    def openings(self):
        """The weekly hours as a list of `Opening`."""
        return [
            Opening(int(span["day"]), span["opens"], span["closes"])
            for span in (block.value for block in self.weekly_hours)
        ]

    @property
    def special_openings(self):
        """The special days as a list of `SpecialOpening`, in the active language."""
        reason = f"reason_{current_language()}"
        return [
            SpecialOpening(
                day["date"],
                day["opens"],
                day["closes"],
                day.get(reason) or day["reason"],
            )
            for day in (block.value for block in self.special_days)
        ]

    @property
    def phone_link(self):
        """The `tel:` URL of the phone number, by default in the US."""
        digits = "".join(c for c in self.phone if c.isdigit() or c == "+")
        return f"tel:{digits if digits.startswith('+') else '+1' + digits}"

    @property
    def text_link(self):
        """The `sms:` URL of the phone number, "" if it takes no text messages."""
        if not (self.phone and self.phone_takes_texts):
            return ""
        return self.phone_link.replace("tel:", "sms:", 1)
