"""Blocks of the clinic settings: opening hours, special days and social links."""

from django.core.exceptions import ValidationError

from wagtail import blocks

from ..clinic.opening_hours import DAYS, find_contradictions

CONTRADICTION = (
    "An entry above has other hours for the same day. Remove one of them, or enter "
    "times that do not overlap."
)


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
    reason_es = blocks.CharBlock(
        required=False, max_length=100, label="Reason in Spanish"
    )

    class Meta:
        icon = "date"
        label_format = "{date} {reason}"


class SpansBlock(blocks.StreamBlock):
    """Time spans that must not contradict each other on the same day."""

    def clean(self, value):
        """Reject each row that contradicts an earlier one."""
        value = super().clean(value)
        if found := find_contradictions([row_of(child.value) for child in value]):
            errors = {number: ValidationError(CONTRADICTION) for number in found}
            raise blocks.StreamBlockValidationError(errors)
        return value


class WeeklyHoursBlock(SpansBlock):
    """The hours of a week."""

    hours = OpeningHoursBlock()


class SpecialDaysBlock(SpansBlock):
    """The days with different hours."""

    day = SpecialDayBlock()


class SocialLinkBlock(blocks.StructBlock):
    """A link to the clinic's profile on another site."""

    name = blocks.CharBlock(max_length=50)
    url = blocks.URLBlock(label="URL")

    class Meta:
        icon = "link"
        label_format = "{name}"


def row_of(span):
    """Return the day or date of a span, and its times."""
    return span.get("date") or span["day"], span["opens"], span["closes"]
