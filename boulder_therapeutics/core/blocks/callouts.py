"""Boxes that stand out from the text: callouts, medical notices and booking."""

from wagtail import blocks

from .lines import line_block
from .text import TEXT_FEATURES


class CalloutBlock(blocks.StructBlock):
    """A short aside: a tip, a note, or something to do at home."""

    kind = blocks.ChoiceBlock(
        choices=[("tip", "Tip"), ("note", "Note"), ("home", "Do this at home")],
        default="tip",
    )
    title = blocks.CharBlock(required=False, max_length=255)
    text = blocks.RichTextBlock(features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        template = "blocks/callout.html"


class NoticeBlock(blocks.StructBlock):
    """Signs that call for a doctor rather than a massage."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("soon", "See a doctor soon if:"),
            ("now", "Call 911 or go to the ER now if:"),
        ],
        default="soon",
    )
    items = blocks.ListBlock(line_block("Sign", max_length=255), label="Signs")

    class Meta:
        icon = "warning"
        label = "See a doctor"
        template = "blocks/notice.html"


class BookingBlock(blocks.StructBlock):
    """An invitation to book, optionally with a service preselected."""

    title = blocks.CharBlock(max_length=255)
    text = blocks.TextBlock(required=False)
    service = blocks.PageChooserBlock("services.ServicePage", required=False)

    class Meta:
        icon = "date"
        template = "blocks/booking.html"
