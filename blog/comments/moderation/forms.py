from uuid import uuid4

from django import forms

from ..models import Comment
from ..models.comment import NAME_LIMIT, TEXT_LIMIT
from ..privacy.confidentiality import find_confirmations
from ..submission.forms import PlainField, PlainLineField
from .blocking import network_of


class RedactForm(forms.ModelForm):
    """Takes out of a comment what should not be public."""

    name = PlainLineField(
        limit=NAME_LIMIT,
        required_message="Leave a name, “A reader” for instance.",
        too_long_message=f"The name must be {NAME_LIMIT} characters or fewer.",
    )
    text = PlainField(
        limit=TEXT_LIMIT,
        required_message="Leave some text, or move the comment to trash.",
        too_long_message=f"The text must be {TEXT_LIMIT:,} characters or fewer.",
        widget=forms.Textarea({"rows": 10}),
    )

    class Meta:
        model = Comment
        fields = ["name", "text"]


class ReplyForm(forms.Form):
    """An answer by the clinic, stopped once if it seems to confirm a client."""

    text = PlainField(
        label="Your reply",
        limit=TEXT_LIMIT,
        required_message="Write your reply.",
        too_long_message=f"Your reply must be {TEXT_LIMIT:,} characters or fewer.",
        widget=forms.Textarea({"rows": 6, "autofocus": True}),
    )
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    # The phrases that the writer has been warned about and posts nevertheless.
    warned = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None):
        super().__init__(data, initial={"key": uuid4().hex}, label_suffix="")
        self.phrases = []

    def clean(self):
        found = find_confirmations(self.cleaned_data.get("text", ""))
        warned = self.cleaned_data.get("warned", "").split("|")
        if set(found) - set(warned):
            self.phrases = found
            # What is rendered next is bound to the data of this request.
            self.data = {**self.data.dict(), "warned": "|".join(found)}
            raise forms.ValidationError("This reply has not been posted yet.")


class BlockForm(forms.Form):
    """What of a sender goes on the list of disallowed words."""

    entry = forms.ChoiceField(label="Block", widget=forms.RadioSelect)

    def __init__(self, comment, data=None):
        choices = [
            (value, f"{label} {value}")
            for label, value in [
                ("the email address", comment.email),
                ("the network address", comment.ip),
                ("all network addresses that begin with", network_of(comment.ip)),
            ]
            if value
        ]
        first = choices[0][0] if choices else None
        super().__init__(data, initial={"entry": first}, label_suffix="")
        self.fields["entry"].choices = choices
