"""Blocks of text: quotes, tables, questions, steps and references."""

from django.conf import settings

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class QuoteBlock(blocks.StructBlock):
    """A quotation and its source."""

    text = blocks.TextBlock()
    source = blocks.CharBlock(required=False, max_length=255)
    language = blocks.ChoiceBlock(
        choices=settings.LANGUAGES,
        required=False,
        help_text="If it is not the language of the page.",
    )

    class Meta:
        icon = "openquote"
        template = "blocks/quote.html"


class TableBlock(blocks.StructBlock):
    """A table with a caption."""

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


class QuestionBlock(blocks.StructBlock):
    """A frequently asked question and its answer."""

    question = blocks.CharBlock(max_length=255)
    answer = blocks.RichTextBlock(features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        template = "blocks/question.html"
        label_format = "{question}"


class StepBlock(blocks.StructBlock):
    """One step of a numbered list."""

    title = blocks.CharBlock(max_length=100)
    text = blocks.TextBlock()

    class Meta:
        icon = "order"
        template = "blocks/step.html"
        label_format = "{title}"


class ReferenceBlock(blocks.StructBlock):
    """A source that an article cites."""

    text = blocks.CharBlock(
        max_length=500, help_text="Authors, title, journal and year."
    )
    url = blocks.URLBlock(required=False, label="URL")

    class Meta:
        icon = "link"
        label_format = "{text}"
