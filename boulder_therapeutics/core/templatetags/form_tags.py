"""Template filters for forms."""

from django import template

register = template.Library()


@register.filter
def with_notes(field):
    """Render the field's widget, described by its help text and its errors.

    A required field is also described by the note of the form about required fields.
    """
    notes = "form-notes" if field.field.required else ""
    hint = f"{field.auto_id}_helptext" if field.help_text else ""
    error = f"{field.auto_id}_error" if field.errors else ""
    ids = " ".join(filter(None, [notes, hint, error]))
    return field.as_widget(attrs={"aria-describedby": ids} if ids else None)
