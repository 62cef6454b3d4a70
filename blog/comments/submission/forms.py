"""The comment form and the validation of its fields."""

import secrets

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxLengthValidator
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from boulder_therapeutics.core.contact.forms import HONEYPOT, HoneypotMixin
from boulder_therapeutics.core.languages import marked_text, translated
from boulder_therapeutics.core.names import public_name
from boulder_therapeutics.core.submission.characters import (
    UNSTORABLE,
    has_controls,
    is_blank,
    normalize,
)

from ..models.comment import EMAIL_LIMIT, NAME_LIMIT, TEXT_LIMIT
from ..privacy.confidentiality import ConfidentialityMixin

REPLACEMENT = "\ufffd"
STAMP_SALT = "comments.stamp"
MAX_STAMP_LENGTH = 200
NOTIFY_HINT = _("You will get an email to confirm this first.")
CONFIRMS_CLIENT = (
    "Not posted yet. This may reveal that someone is a client, which is confidential: "
    "“{}”. If it does not, post it again."
)


class PlainField(forms.CharField):
    """Trimmed text in Unicode normalization form C that every database can store.

    It has no `maxlength`, because browsers truncate pasted text without notice.
    """

    def __init__(self, *, limit, required_message, too_long_message, **kwargs):
        super().__init__(error_messages={"required": required_message}, **kwargs)
        self.limit = limit
        self.validators = [MaxLengthValidator(limit, too_long_message)]

    def to_python(self, value):
        value = super().to_python(value)
        if is_blank(value):
            return ""
        # Do not normalize text that will be rejected for its length anyway.
        return normalize(value) if len(value) <= 4 * self.limit else value

    def validate(self, value):
        super().validate(value)
        if UNSTORABLE.search(value):
            raise ValidationError(
                _(
                    "Remove the characters that cannot be displayed. They appear here "
                    "as “%s”."
                )
                % REPLACEMENT
            )


class PlainLineField(PlainField):
    """Text without line breaks, tabs and other control characters."""

    def validate(self, value):
        super().validate(value)
        if has_controls(value):
            raise ValidationError(_("Write this on one line, without tabs."))


class RenderableMixin:
    """A form of texts that can always be shown again in a response."""

    def full_clean(self):
        """Validate, then replace characters that cannot be rendered in a response."""
        super().full_clean()
        self.data = {
            name: UNSTORABLE.sub(REPLACEMENT, value)
            for name, value in self.data.items()
        }

    def get_initial_for_field(self, field, field_name):
        """Replace characters that cannot be rendered in a response."""
        value = super().get_initial_for_field(field, field_name)
        return UNSTORABLE.sub(REPLACEMENT, value) if isinstance(value, str) else value


def text_field():
    """Return the field for the text of a comment."""
    return PlainField(
        label=_("Comment"),
        limit=TEXT_LIMIT,
        required_message=_("Write your comment."),
        too_long_message=format_lazy(
            _("Your comment must be {number} characters or fewer."),
            number=f"{TEXT_LIMIT:,}",
        ),
        widget=forms.Textarea({"rows": 8}),
    )


class TextForm(RenderableMixin, forms.Form):
    """The text of a comment that its author edits."""

    text = text_field()


class CommentForm(RenderableMixin, ConfidentialityMixin, HoneypotMixin):
    """A comment by a visitor, or by a logged-in `user`, who gives no name and email."""

    name = PlainLineField(
        label=_("Name"),
        limit=NAME_LIMIT,
        required_message=_("Enter your name."),
        too_long_message=_("Your name must be %(limit_value)d characters or fewer."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = PlainLineField(
        label=_("Email"),
        limit=EMAIL_LIMIT,
        required_message=_("Enter your email address."),
        too_long_message=_(
            "Your email address must be %(limit_value)d characters or fewer."
        ),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    text = text_field()
    remember = forms.BooleanField(
        label=_("Save my name and email in this browser for the next time I comment."),
        required=False,
    )
    notify = forms.BooleanField(
        label=_("Email me when my comment is published or gets a reply."),
        required=False,
        help_text=NOTIFY_HINT,
    )
    # Visitors cannot correct hidden fields, so these accept any value.
    parent = forms.Field(required=False, widget=forms.HiddenInput)
    key = forms.Field(required=False, widget=forms.HiddenInput)
    stamp = forms.Field(required=False, widget=forms.HiddenInput)
    subject_line = forms.Field(required=False)

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        if user:
            for name in ["name", "email", "remember", "notify"]:
                del self.fields[name]
        else:
            del self.fields["warned"]

    def clean_email(self):
        """Reject invalid email addresses and those at localhost."""
        email = self.cleaned_data["email"]
        message = _("Enter a valid email address, like name@example.com.")
        EmailValidator(message, allowlist=[])(email)
        return email

    def clean(self):
        """Warn staff once if the text seems to confirm that someone is a client."""
        if self.user and (phrases := self.find_new_confirmations()):
            self.add_error("text", CONFIRMS_CLIENT.format("”, “".join(phrases)))

    @property
    def fields_for_people(self):
        """The visible fields without the honeypot."""
        return [field for field in self.visible_fields() if field.name != HONEYPOT]

    def explain_emails(self, settings):
        """Add how email addresses are used to the box that asks for emails."""
        if "notify" in self.fields:
            use = marked_text(settings, "email_use")
            self.fields["notify"].help_text = format_html("{} {}", NOTIFY_HINT, use)
            text = f"{NOTIFY_HINT} {translated(settings, 'email_use')}".strip()
            self.email_hint = text

    @property
    def consent(self):
        """What a visitor agrees to who asks for emails; "" if nobody asked."""
        if not self.cleaned_data.get("notify"):
            return ""
        return f"{self.fields['notify'].label} {self.email_hint}"

    @property
    def author(self):
        """The name and email of the author, from the account of a logged-in user."""
        if self.user:
            return public_name(self.user)[:NAME_LIMIT], self.user.email[:EMAIL_LIMIT]
        return self.cleaned_data["name"], self.cleaned_data["email"]


def submitted_values(request):
    """Return the value of each field as a string, "" for repeated fields and files."""
    return {name: _only(request.POST.getlist(name)) for name in CommentForm.base_fields}


def new_form_values(**values):
    """Return the initial values of a new form: its key and a signed timestamp."""
    stamp = signing.dumps(timezone.now().timestamp(), salt=STAMP_SALT)
    return {"key": secrets.token_urlsafe(16), "stamp": stamp, **values}


def form_age(stamp):
    """Return the seconds since a form was rendered, or None for an invalid `stamp`."""
    try:
        rendered = signing.loads(stamp[:MAX_STAMP_LENGTH], salt=STAMP_SALT)
    except (signing.BadSignature, UnicodeError):
        return None
    return timezone.now().timestamp() - rendered


def _only(values):
    return values[0] if len(values) == 1 else ""
