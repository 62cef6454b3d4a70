from uuid import uuid4

from django import forms

from ..models import Comment, CommentSettings
from ..models.block import is_public
from ..models.comment import NAME_LIMIT, TEXT_LIMIT
from ..privacy.client_phrases import read_templates
from ..privacy.confidentiality import ConfidentialityMixin
from ..spam.senders import usual_network
from ..submission.forms import PlainField, PlainLineField


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
        self.templates = read_templates(CommentSettings.load().reply_templates)

    def insert_template(self, number):
        """Add a template, by its number as submitted, to what has been typed."""
        texts = {str(at): text for at, (_, text) in enumerate(self.templates)}
        typed = self.data.get("text", "").strip()
        self.data = self.data.copy()
        self.data["text"] = "\n\n".join(filter(None, [typed, texts.get(number)]))

    def clean(self):
        if phrases := self.find_new_confirmations():
            self.phrases = phrases
            raise forms.ValidationError("This reply has not been posted yet.")


class BlockForm(forms.Form):
    """A choice of ways to block the sender of a comment."""

    entry = forms.ChoiceField(label="Block", widget=forms.RadioSelect)
    reason = forms.CharField(
        max_length=255, required=False, help_text="For the other moderators. Optional."
    )

    def __init__(self, comment, data=None):
        choices = [(value, f"{label} {value}") for label, value in _names(comment)]
        first = choices[0][0] if choices else None
        super().__init__(data, initial={"entry": first}, label_suffix="")
        self.fields["entry"].choices = choices


def _names(comment):
    """Yield the ways to name the sender of `comment`, with a label each."""
    if comment.email:
        domain = f"@{comment.email.rpartition('@')[2].casefold()}"
        yield "the email address", comment.email
        if not is_public(domain):
            yield "all email addresses that end with", domain
    if comment.ip:
        yield "the IP address", comment.ip
        yield "all IP addresses in the network", usual_network(comment.ip)
