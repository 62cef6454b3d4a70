"""What a body is made of: the blocks that editors choose from."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class HeadingValue(blocks.StructValue):
    @property
    def anchor_id(self):
        """The id of the heading: kept from the first time it was saved."""
        return self.get("anchor") or slugify(self.get("text") or "")


class HeadingBlock(blocks.StructBlock):
    """A section heading whose address stays when the words change."""

    text = blocks.CharBlock(max_length=255)
    level = blocks.ChoiceBlock(
        choices=[("h2", "Section"), ("h3", "Part of a section")], default="h2"
    )
    anchor = blocks.RegexBlock(
        regex=r"^[a-z0-9-]+$",
        required=False,
        max_length=100,
        help_text="The end of this section's address. Made from the text when empty.",
    )

    class Meta:
        icon = "title"
        template = "blocks/heading.html"
        value_class = HeadingValue
        label_format = "{text}"


class PictureBlock(ImageBlock):
    """A picture, or none."""

    def bulk_to_python(self, values):
        """Return the pictures of many; Wagtail fails at None beside a picture."""
        return super().bulk_to_python({} if v is None else v for v in values)


class FigureBlock(blocks.StructBlock):
    """A picture with what is seen (alt text) and what to conclude (caption)."""

    image = PictureBlock()
    caption = blocks.CharBlock(required=False, max_length=500)

    class Meta:
        icon = "image"
        template = "blocks/figure.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody else's words."""

    text = blocks.TextBlock()
    source = blocks.CharBlock(required=False, max_length=255)

    class Meta:
        icon = "openquote"
        template = "blocks/quote.html"


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
    """Signs that need a doctor rather than a massage."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("soon", "See a doctor soon if:"),
            ("now", "Call 911 or go to the ER now if:"),
        ],
        default="soon",
    )
    items = blocks.ListBlock(blocks.CharBlock(max_length=255), label="Signs")

    class Meta:
        icon = "warning"
        label = "See a doctor"
        template = "blocks/notice.html"


class TableBlock(blocks.StructBlock):
    """Rows and columns under one caption."""

    caption = blocks.CharBlock(max_length=255)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False)),
            ("rich_text", blocks.RichTextBlock(required=False, features=TEXT_FEATURES)),
        ]
    )

    class Meta:
        icon = "table"
        template = "blocks/table.html"


class VideoValue(blocks.StructValue):
    PLAYERS = [
        (
            re.compile(
                r"^https://(?:www\.|m\.)?(?:youtube\.com/watch\?v=|youtu\.be/)"
                r"(?P<id>[\w-]{11})(?:[&?].*)?$"
            ),
            "YouTube",
            "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
        ),
        (
            re.compile(r"^https://(?:www\.)?vimeo\.com/(?P<id>\d+)(?:[/?].*)?$"),
            "Vimeo",
            "https://player.vimeo.com/video/{id}?autoplay=1&dnt=1",
        ),
    ]

    @property
    def player(self):
        """The provider's (name, frame address), or None for an unknown one."""
        for pattern, name, frame in self.PLAYERS:
            if match := pattern.match(self.get("url") or ""):
                return name, frame.format(id=match["id"])
        return None


class VideoBlock(blocks.StructBlock):
    """A film of YouTube or Vimeo that asks nothing of them before a click."""

    url = blocks.URLBlock(label="Address of the film")
    title = blocks.CharBlock(max_length=255, help_text="What the film shows.")

    class Meta:
        icon = "media"
        template = "blocks/video.html"
        value_class = VideoValue

    def clean(self, value):
        """Refuse providers that the content security policy does not know."""
        value = super().clean(value)
        if value.get("url") and not value.player:
            message = "Use the address of a film on YouTube or Vimeo."
            raise blocks.StructBlockValidationError(
                {"url": ValidationError(message, code="provider")}
            )
        return value


class BookingBlock(blocks.StructBlock):
    """A call to book, with a service already chosen if one is named."""

    title = blocks.CharBlock(max_length=255)
    text = blocks.TextBlock(required=False)
    service = blocks.PageChooserBlock("services.ServicePage", required=False)

    class Meta:
        icon = "date"
        template = "blocks/booking.html"


class ExerciseValue(blocks.StructValue):
    @property
    def anchor_id(self):
        """The id of the exercise, by which it is printed on its own."""
        return f"exercise-{slugify(self.get('title') or '')}"


class ExerciseBlock(blocks.StructBlock):
    """Something to do at home, on a sheet that can be printed on its own."""

    title = blocks.CharBlock(max_length=100)
    picture = PictureBlock(required=False)
    steps = blocks.ListBlock(blocks.CharBlock(max_length=255))
    sets = blocks.IntegerBlock(required=False, min_value=1, max_value=20)
    repetitions = blocks.IntegerBlock(required=False, min_value=1, max_value=100)
    hold = blocks.IntegerBlock(
        required=False, min_value=1, max_value=600, label="Hold, in seconds"
    )
    frequency = blocks.CharBlock(
        required=False, max_length=100, help_text="Like “once a day”."
    )
    caution = blocks.CharBlock(
        required=False, max_length=255, help_text="When to stop or to leave it."
    )

    class Meta:
        icon = "list-ol"
        template = "blocks/exercise.html"
        value_class = ExerciseValue
        label_format = "{title}"


class ReferenceBlock(blocks.StructBlock):
    """A source that an article rests on."""

    text = blocks.CharBlock(
        max_length=500, help_text="Authors, title, journal and year."
    )
    url = blocks.URLBlock(required=False, label="Address")

    class Meta:
        icon = "link"
        label_format = "{text}"


class BodyBlock(blocks.StreamBlock):
    """The body of articles and plain pages."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        features=TEXT_FEATURES, icon="pilcrow", template="blocks/paragraph.html"
    )
    figure = FigureBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    notice = NoticeBlock()
    table = TableBlock()
    video = VideoBlock()
    exercise = ExerciseBlock()
    booking = BookingBlock()

    class Meta:
        template = "blocks/body.html"

    def clean(self, value):
        """Give each heading an anchor of its own, kept from then on."""
        value = super().clean(value)
        taken = set()
        for block in value:
            if block.block_type == "heading":
                block.value["anchor"] = unique_anchor(block.value.anchor_id, taken)
        return value


def unique_anchor(anchor, taken):
    """Return `anchor`, numbered if it is among the `taken` ones, and take it."""
    anchor = anchor or "section"
    candidate, number = anchor, 2
    while candidate in taken:
        candidate, number = f"{anchor}-{number}", number + 1
    taken.add(candidate)
    return candidate


class QuestionBlock(blocks.StructBlock):
    """A question that visitors ask, and its answer."""

    question = blocks.CharBlock(max_length=255)
    answer = blocks.RichTextBlock(features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        template = "blocks/question.html"
        label_format = "{question}"


class StepBlock(blocks.StructBlock):
    """One step of several, in order."""

    title = blocks.CharBlock(max_length=100)
    text = blocks.TextBlock()

    class Meta:
        icon = "order"
        template = "blocks/step.html"
        label_format = "{title}"
