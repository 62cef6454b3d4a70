from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel


class LicenseMixin(models.Model):
    """A license to treat people, which the site names until the day it ends."""

    class LicenseTitle(models.TextChoices):
        LMT = "LMT", _("Licensed massage therapist (LMT)")
        PT = "PT", _("Licensed physical therapist (PT)")
        OT = "OT", _("Licensed occupational therapist (OT)")
        LAT = "LAT", _("Licensed athletic trainer (LAT)")
        LAC = "LAc", _("Licensed acupuncturist (LAc)")
        DC = "DC", _("Licensed chiropractor (DC)")
        RN = "RN", _("Registered nurse (RN)")
        MD = "MD", _("Medical doctor (MD)")
        DO = "DO", _("Doctor of osteopathic medicine (DO)")

    license_title = models.CharField(
        "license",
        max_length=20,
        choices=LicenseTitle,
        blank=True,
        help_text="Shown after the name. Only a person with a license is a reviewer. "
        "Texts about people, pages and policies may not say “licensed” or “LMT”, as "
        "they would outlast the license; articles may write about licenses in general.",
    )
    license_number = models.CharField("number", max_length=50, blank=True)
    license_state = models.CharField(
        "state", max_length=50, blank=True, help_text="For example, “Colorado”."
    )
    license_expires = models.DateField(
        "expires",
        null=True,
        blank=True,
        help_text="From this day on, the site no longer shows the license, and no "
        "longer names the person as a reviewer.",
    )

    license_panel = MultiFieldPanel(
        [
            FieldRowPanel(["license_title", "license_number"]),
            FieldRowPanel(["license_state", "license_expires"]),
        ],
        heading="License",
    )

    class Meta:
        abstract = True

    def clean(self):
        """Reject a license without the day on which it ends."""
        super().clean()
        if self.license_title and not self.license_expires:
            message = "Enter the day on which the license expires."
            raise ValidationError({"license_expires": message})

    @property
    def license_ends(self):
        """The moment at which the site stops showing the license, or None."""
        if not (self.license_title and self.license_expires):
            return None
        midnight = datetime.combine(self.license_expires, time.min)
        return timezone.make_aware(midnight)

    @property
    def is_licensed(self):
        """Whether there is a license and it has not ended."""
        return bool(self.license_ends and timezone.now() < self.license_ends)

    @property
    def credentials(self):
        """The letters of a license that has not ended, like “LMT”, else ""."""
        return self.license_title if self.is_licensed else ""
