"""Exercises to do at home."""

from django.utils.text import slugify

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from .lines import line_block


class ExerciseValue(blocks.StructValue):
    @property
    def anchor_id(self):
        """The id of the exercise in the HTML, for links and for printing it alone."""
        return f"exercise-{slugify(self.get('title') or '')}"


class ExerciseBlock(blocks.StructBlock):
    """An exercise, which visitors can print on a sheet of its own."""

    title = blocks.CharBlock(max_length=100)
    picture = ImageBlock(required=False)
    steps = blocks.ListBlock(line_block("Step", max_length=255))
    sets = blocks.IntegerBlock(required=False, min_value=1, max_value=20)
    repetitions = blocks.IntegerBlock(required=False, min_value=1, max_value=100)
    hold = blocks.IntegerBlock(
        required=False, min_value=1, max_value=600, label="Hold, in seconds"
    )
    frequency = blocks.CharBlock(
        required=False, max_length=100, help_text="For example “once a day”."
    )
    caution = blocks.CharBlock(
        required=False,
        max_length=255,
        help_text="When to stop, or not to do the exercise at all.",
    )

    class Meta:
        icon = "list-ol"
        template = "blocks/exercise.html"
        value_class = ExerciseValue
        label_format = "{title}"
