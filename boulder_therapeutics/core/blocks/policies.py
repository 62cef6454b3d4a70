"""Blocks of the clinic settings: policies, and forms for new clients."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from ..languages import DEFAULT, translated
from .text import TEXT_FEATURES


class PolicyValue(blocks.StructValue):
    @property
    def heading(self):
        """The title, by default that of the kind, in the active language."""
        return translated(self, "title") or dict(PolicyBlock.KINDS)[self["kind"]]

    @property
    def anchor_id(self):
        """The id of the heading, the same in all languages."""
        with override(DEFAULT):
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
    title_es = blocks.CharBlock(
        required=False, max_length=100, label="Title in Spanish"
    )
    text_es = blocks.RichTextBlock(
        required=False, features=TEXT_FEATURES, label="Text in Spanish"
    )

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
    title_es = blocks.CharBlock(
        required=False, max_length=100, label="Title in Spanish"
    )
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
