"""The body of standard pages: the blocks of articles, reviews and statements."""

from wagtail import blocks

from .body import BodyBlock

# What the endorsement guides of the FTC (16 CFR 255.5) want readers to be told.
RELATIONS = [
    ("client", "Client, not paid for this review"),
    ("rewarded", "Got a free or cheaper visit"),
    ("insider", "Works here, or is family or a friend of somebody who does"),
]


class ReviewValue(blocks.StructValue):
    @property
    def relation_text(self):
        """The relation to the clinic, in words for readers."""
        return dict(RELATIONS)[self["relation"]]


class ReviewBlock(blocks.StructBlock):
    """The words of a client, with their relation to the clinic."""

    text = blocks.TextBlock(max_length=1000)
    name = blocks.CharBlock(
        max_length=100, help_text="As the person wants to be named, like “Ana R.”"
    )
    relation = blocks.ChoiceBlock(
        choices=RELATIONS, help_text="Shown with the review, as the law requires."
    )
    date = blocks.DateBlock(required=False)
    has_agreed = blocks.BooleanBlock(
        label="This is a real client, who has agreed in writing to be quoted here"
    )

    class Meta:
        icon = "openquote"
        template = "blocks/review.html"
        label_format = "{name}"
        value_class = ReviewValue


class ConformanceBlock(blocks.StructBlock):
    """How far the site meets a standard of accessibility, and when that was found."""

    standard = blocks.ChoiceBlock(
        choices=[
            ("WCAG 2.2, level AA", "WCAG 2.2, level AA"),
            ("WCAG 2.2, level AAA", "WCAG 2.2, level AAA"),
            ("WCAG 2.1, level AA", "WCAG 2.1, level AA"),
            ("Section 508", "Section 508"),
        ],
        default="WCAG 2.2, level AA",
    )
    result = blocks.ChoiceBlock(
        choices=[
            ("full", "Fully: we know of no exception"),
            ("partial", "Partly: some parts do not yet"),
            ("none", "Not yet"),
        ],
        default="partial",
    )
    assessed_on = blocks.DateBlock(label="assessed on")
    method = blocks.ChoiceBlock(
        choices=[("own", "By ourselves"), ("outside", "By an outside auditor")],
        default="own",
    )

    class Meta:
        icon = "tick-inverse"
        label = "Accessibility statement"
        template = "blocks/conformance.html"


class StandardBodyBlock(BodyBlock):
    """A stream of all the blocks of standard pages."""

    conformance = ConformanceBlock()
    review = ReviewBlock()

    class Meta:
        template = "blocks/body.html"
