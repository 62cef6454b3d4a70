from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Renders every field of the public forms the same way."""

    field_template_name = "components/field.html"
