"""The body of articles and standard pages."""

from wagtail import blocks

from .callouts import BookingBlock, CalloutBlock, NoticeBlock
from .exercise import ExerciseBlock
from .headings import HeadingBlock, unique_anchor
from .media import FigureBlock, VideoBlock
from .privacy import PersonalDataBlock
from .text import TEXT_FEATURES, QuoteBlock, TableBlock


class BodyBlock(blocks.StreamBlock):
    """A stream of all the blocks that editors can choose from."""

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
    personal_data = PersonalDataBlock()

    class Meta:
        template = "blocks/body.html"

    def clean(self, value):
        """Give each heading a unique anchor, which is saved with it."""
        value = super().clean(value)
        taken = set()
        for block in value:
            if block.block_type == "heading":
                block.value["anchor"] = unique_anchor(block.value.anchor_id, taken)
        return value
