import hashlib

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ..models.message_settings import MessageSettings
from ..models.messages import ContactMessage
from .senders import LEAST_DIGITS

# The name must not reveal that only spam bots fill in this hidden field.
HONEYPOT = "subject_line"
URGENT_FIELDS = "text", "service", "preferred_days"
TEXT_LIMIT = 65_525  # characters, as for comments


class HoneypotMixin(forms.Form):
    """A hidden field that only spam bots fill in."""

    subject_line = forms.CharField(required=False, max_length=1000)

    @property
    def is_from_program(self):
        """Whether a spam bot filled in the form."""
        return bool(self.data.get(HONEYPOT))


class ContactForm(HoneypotMixin, forms.ModelForm):
    """A visitor's message to the clinic."""

    class Meta:
        model = ContactMessage
        fields = ["name", "reply_to", "text", "preferred_days", "service"]
        labels = {
            "name": _("Name"),
            "reply_to": _("Email or phone"),
            "text": _("What hurts, and what would you like?"),
            "preferred_days": _("Days and times that work for you"),
            "service": _("What is it about?"),
        }
        help_texts = {
            "reply_to": _("So that we can reply."),
            "text": _("Please keep private medical details for your visit."),
        }
        error_messages = {
            "name": {"required": _("Enter your name.")},
            "reply_to": {"required": _("Enter your email address or phone number.")},
            "text": {"required": _("Write your message.")},
        }
        widgets = {
            "name": forms.TextInput({"autocomplete": "name"}),
            "text": forms.Textarea({"rows": 6}),
        }

    def clean_reply_to(self):
        """Require an email address or a phone number."""
        reply_to = self.cleaned_data["reply_to"]
        if "@" in reply_to:
            validate_email(reply_to)
        elif sum(letter.isdigit() for letter in reply_to) < LEAST_DIGITS:
            raise ValidationError(
                _(
                    "Enter an email address, like name@example.com, or a phone number "
                    "with its area code."
                )
            )
        return reply_to

    def clean_text(self):
        """Limit the length; without `maxlength`, with which browsers truncate."""
        text = self.cleaned_data["text"]
        if len(text) > TEXT_LIMIT:
            limit = _("Your message must be {:,} characters or fewer.")
            raise ValidationError(limit.format(TEXT_LIMIT))
        return text

    @cached_property
    def is_urgent(self):
        """Whether the message cannot wait for a reply."""
        typed = "\n".join(self.data.get(name, "") for name in URGENT_FIELDS)
        return bool(typed.strip() and MessageSettings.load().find_urgent(typed))

    @property
    def submission_key(self):
        """A hash of message and date, so that a repeated message is saved once."""
        parts = [self.cleaned_data[name] for name in self.Meta.fields]
        parts.append(timezone.localdate().isoformat())
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
