"""Blocks of the clinic settings: opening hours, links, policies and forms."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from ..clinic.opening_hours import DAYS
from .text import TEXT_FEATURES


class SpanBlock(blocks.StructBlock):
    """A time span within one day. Both times empty means closed."""

    opens = blocks.TimeBlock(required=False)
    closes = blocks.TimeBlock(required=False)

    def clean(self, value):
        """Reject a span with one time missing or an end before its start."""
        value = super().clean(value)
        opens, closes = value["opens"], value["closes"]
        if (opens is None) != (closes is None):
            self._reject("Enter both times, or neither for a closed day.")
        if opens and closes <= opens:
            self._reject("Enter a time later than the opening time.")
        return value

    def _reject(self, message):
        raise blocks.StructBlockValidationError({"closes": ValidationError(message)})


class OpeningHoursBlock(SpanBlock):
    """A time span on a day of the week. A day may have several."""

    day = blocks.ChoiceBlock(choices=[(str(n), name) for n, name in enumerate(DAYS)])

    class Meta:
        icon = "time"
        label_format = "{day} {opens} {closes}"


class SpecialDayBlock(SpanBlock):
    """Different hours on one date. Without times, the clinic is closed."""

    date = blocks.DateBlock()
    reason = blocks.CharBlock(required=False, max_length=100)

    class Meta:
        icon = "date"
        label_format = "{date} {reason}"


class SocialLinkBlock(blocks.StructBlock):
    """A link to the clinic's profile on another site."""

    name = blocks.CharBlock(max_length=50)
    url = blocks.URLBlock(label="URL")

    class Meta:
        icon = "link"
        label_format = "{name}"


class PolicyValue(blocks.StructValue):
    @property
    def heading(self):
        """The title, by default that of the kind."""
        return self["title"] or dict(PolicyBlock.KINDS)[self["kind"]]

    @property
    def anchor_id(self):
        return f"policy-{slugify(self.heading)}"


class PolicyBlock(blocks.StructBlock):
    """Terms that visitors need to know before they book."""

    # Whoever treats people who are uninsured or pay themselves must tell them on the
    # website that they can get an estimate: 45 CFR 149.610(b), explained at
    # https://www.cms.gov/nosurprises
    KINDS = [
        ("payment", _("Payment")),
        ("insurance", _("Insurance, HSA and FSA")),
        ("cancellation", _("Cancellations and missed visits")),
        ("estimate", _("Your right to a good-faith estimate")),
        ("other", _("Other")),
    ]

    kind = blocks.ChoiceBlock(choices=KINDS)
    title = blocks.CharBlock(
        required=False, max_length=100, help_text="Replaces the name of the kind."
    )
    text = blocks.RichTextBlock(features=TEXT_FEATURES)

    class Meta:
        icon = "doc-full"
        label_format = "{kind} {title}"
        value_class = PolicyValue


class PoliciesBlock(blocks.StreamBlock):
    """Policies with different headings, as each can be linked to."""

    policy = PolicyBlock()

    def clean(self, value):
        """Reject a second policy with the same heading."""
        value, taken, errors = super().clean(value), set(), {}
        for number, block in enumerate(value):
            if block.value.anchor_id in taken:
                errors[number] = ValidationError("Give this policy another title.")
            taken.add(block.value.anchor_id)
        if errors:
            raise blocks.StreamBlockValidationError(block_errors=errors)
        return value


class FormBlock(blocks.StructBlock):
    """A form that new clients fill in: a document to print, or a page elsewhere."""

    title = blocks.CharBlock(max_length=100)
    document = DocumentChooserBlock(required=False)
    url = blocks.URLBlock(required=False, label="URL")

    def clean(self, value):
        """Reject a form without a document or URL, or with both."""
        value = super().clean(value)
        if bool(value["document"]) == bool(value["url"]):
            error = ValidationError("Choose a document or enter a URL, not both.")
            raise blocks.StructBlockValidationError({"url": error})
        return value

    class Meta:
        icon = "form"
        label_format = "{title}"
