"""A table of the personal data that the site stores."""

from wagtail import blocks

from ..privacy.inventory import rows


class PersonalDataBlock(blocks.StaticBlock):
    """The table of stored personal data, with the periods from the settings."""

    class Meta:
        admin_text = (
            "A table of the personal data that this site stores: why, how long and "
            "who sees it. The periods come from the settings."
        )
        icon = "table"
        label = "Personal data"
        template = "blocks/personal_data.html"

    def get_context(self, value, parent_context=None):
        """Add the rows of the table."""
        context = super().get_context(value, parent_context)
        return context | {"rows": rows(context.get("request"))}
