"""The body of standard pages: those of articles, testimonials and statements."""

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from .body import BodyBlock

# What the endorsement guides of the FTC (16 CFR 255.5) want readers to be told.
RELATIONS = [
    ("client", _("Client, not paid for these words")),
    ("rewarded", _("Got a free or cheaper visit")),
    ("insider", _("Works here, or is family or a friend of somebody who does")),
]


class TestimonialValue(blocks.StructValue):
    @property
    def relation_text(self):
        """The relation to the clinic, in words for readers."""
        return dict(RELATIONS)[self["relation"]]


class TestimonialBlock(blocks.StructBlock):
    """The words of a client, with their relation to the clinic."""

    text = blocks.TextBlock(max_length=1000)
    name = blocks.CharBlock(
        max_length=100, help_text="As the person wants to be named, like “Ana R.”"
    )
    relation = blocks.ChoiceBlock(
        choices=RELATIONS, help_text="Shown with the words, as the law requires."
    )
    date = blocks.DateBlock(required=False)
    has_agreed = blocks.BooleanBlock(
        label="This is a real client, who has agreed in writing to be quoted here"
    )

    class Meta:
        icon = "openquote"
        template = "blocks/testimonial.html"
        label_format = "{name}"
        value_class = TestimonialValue


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
    testimonial = TestimonialBlock()

    class Meta:
        template = "blocks/body.html"
