from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Renders the fields of all forms with the same template."""

    field_template_name = "components/field.html"
