from django import forms
from django.utils.translation import gettext_lazy as _

from boulder_therapeutics.core.contact.forms import HoneypotMixin

from ..models import Report


class RadioButtons(forms.RadioSelect):
    """Radio buttons, the first of which a link to the field leads to."""

    def id_for_label(self, id_, index=None):
        return super().id_for_label(id_, 0 if index is None else index)


class ReportForm(HoneypotMixin, forms.ModelForm):
    """The reason for which a reader reports a comment."""

    class Meta:
        model = Report
        fields = ["reason"]
        widgets = {"reason": RadioButtons}
        error_messages = {
            "reason": dict.fromkeys(
                ["required", "invalid_choice"], _("Choose what is wrong.")
            )
        }

    def __init__(self, data=None):
        super().__init__(data, label_suffix="")
        # Without the empty choice.
        self.fields["reason"].choices = Report.Reason.choices
