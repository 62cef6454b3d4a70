from uuid import uuid4

from django import forms

from ..models import Comment
from ..models.comment import NAME_LIMIT, TEXT_LIMIT
from ..privacy.confidentiality import ConfidentialityMixin
from ..submission.forms import PlainField, PlainLineField
from .blocking import network_prefix


class RedactForm(forms.ModelForm):
    """Removes from a comment what should not be public."""

    name = PlainLineField(
        limit=NAME_LIMIT,
        required_message="Enter a name, such as “A reader”.",
        too_long_message=f"The name must be {NAME_LIMIT} characters or fewer.",
    )
    text = PlainField(
        limit=TEXT_LIMIT,
        required_message="Enter some text, or move the comment to trash.",
        too_long_message=f"The text must be {TEXT_LIMIT:,} characters or fewer.",
        widget=forms.Textarea({"rows": 10}),
    )

    class Meta:
        model = Comment
        fields = ["name", "text"]


class ReplyForm(ConfidentialityMixin):
    """A public reply by a staff member."""

    text = PlainField(
        label="Your reply",
        limit=TEXT_LIMIT,
        required_message="Write your reply.",
        too_long_message=f"Your reply must be {TEXT_LIMIT:,} characters or fewer.",
        widget=forms.Textarea({"rows": 6, "autofocus": True}),
    )
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, data=None):
        super().__init__(data, initial={"key": uuid4().hex}, label_suffix="")
        self.phrases = []

    def clean(self):
        if phrases := self.find_new_confirmations():
            self.phrases = phrases
            raise forms.ValidationError("This reply has not been posted yet.")


class BlockForm(forms.Form):
    """A choice of entries for the disallowed words that block a sender."""

    entry = forms.ChoiceField(label="Block", widget=forms.RadioSelect)

    def __init__(self, comment, data=None):
        choices = [
            (value, f"{label} {value}")
            for label, value in [
                ("the email address", comment.email),
                ("the IP address", comment.ip),
                ("all IP addresses that start with", network_prefix(comment.ip)),
            ]
            if value
        ]
        first = choices[0][0] if choices else None
        super().__init__(data, initial={"entry": first}, label_suffix="")
        self.fields["entry"].choices = choices
