"""Headings with anchors that stay the same when their text is edited."""

from django.utils.text import slugify

from wagtail import blocks


class HeadingValue(blocks.StructValue):
    @property
    def anchor_id(self):
        """The id of the heading in the HTML, taken from the text until it is saved."""
        return self.get("anchor") or slugify(self.get("text") or "")


class HeadingBlock(blocks.StructBlock):
    """A section heading that can be linked to."""

    text = blocks.CharBlock(max_length=255)
    level = blocks.ChoiceBlock(
        choices=[("h2", "Section"), ("h3", "Subsection")], default="h2"
    )
    anchor = blocks.RegexBlock(
        regex=r"^[a-z0-9-]+$",
        required=False,
        max_length=100,
        help_text=(
            "The part after # in links to this section. Leave it empty to create it "
            "from the text."
        ),
    )

    class Meta:
        icon = "title"
        template = "blocks/heading.html"
        value_class = HeadingValue
        label_format = "{text}"


def unique_anchor(anchor, taken):
    """Return `anchor`, numbered if it is in the set `taken`, and add it to the set."""
    anchor = anchor or "section"
    candidate, number = anchor, 2
    while candidate in taken:
        candidate, number = f"{anchor}-{number}", number + 1
    taken.add(candidate)
    return candidate
