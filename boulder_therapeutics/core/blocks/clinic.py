"""What the clinic's settings are made of: spans of hours, special days, links."""

from django.core.exceptions import ValidationError

from wagtail import blocks

from ..clinic.opening_hours import DAYS


class SpanBlock(blocks.StructBlock):
    """A span of hours within a day; both times empty means closed."""

    opens = blocks.TimeBlock(required=False)
    closes = blocks.TimeBlock(required=False)

    def clean(self, value):
        """Refuse half a span and one that ends before it starts."""
        value = super().clean(value)
        opens, closes = value["opens"], value["closes"]
        if (opens is None) != (closes is None):
            self._refuse("Give both times, or none for a closed day.")
        if opens and closes <= opens:
            self._refuse("This must be later than the opening.")
        return value

    def _refuse(self, message):
        raise blocks.StructBlockValidationError({"closes": ValidationError(message)})


class OpeningHoursBlock(SpanBlock):
    """One span of one day of the week; a day may have several."""

    day = blocks.ChoiceBlock(choices=[(str(n), name) for n, name in enumerate(DAYS)])

    class Meta:
        icon = "time"
        label_format = "{day} {opens} {closes}"


class SpecialDayBlock(SpanBlock):
    """Other hours on one date; without times, closed."""

    date = blocks.DateBlock()
    reason = blocks.CharBlock(required=False, max_length=100)

    class Meta:
        icon = "date"
        label_format = "{date} {reason}"


class SocialLinkBlock(blocks.StructBlock):
    """The clinic's page on another site."""

    name = blocks.CharBlock(max_length=50)
    url = blocks.URLBlock(label="Address")

    class Meta:
        icon = "link"
        label_format = "{name}"
