from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _

from wagtail import blocks

OFFER_KINDS = [
    ("package", _("Packages")),
    ("membership", _("Memberships")),
    ("add-on", _("Add-ons")),
    ("couples", _("Couples’ sessions")),
    ("gift-card", _("Gift cards")),
    ("other", _("Other offers")),
]


class OfferBlock(blocks.StructBlock):
    """A package, membership, add-on, couples’ session or gift card."""

    kind = blocks.ChoiceBlock(choices=OFFER_KINDS)
    title = blocks.CharBlock(max_length=100)
    text = blocks.TextBlock(required=False, max_length=500)
    dollars = blocks.DecimalBlock(
        required=False,
        max_digits=7,
        decimal_places=2,
        validators=[MinValueValidator(0)],
        help_text="Leave it empty if the price varies.",
    )
    unit = blocks.CharBlock(
        required=False,
        max_length=50,
        help_text="What the price is for, like “a month” or “for 5 visits”.",
    )
    link = blocks.URLBlock(
        required=False, label="URL", help_text="Where to buy it online, if anywhere."
    )

    class Meta:
        icon = "tag"
        label_format = "{title}"
