"""What a visitor may send, and what is said about the rest."""

import secrets

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxLengthValidator
from django.utils import timezone

from boulder_therapeutics.core.contact.forms import HONEYPOT, HoneypotMixin

from ..characters import UNSTORABLE, has_controls, is_blank, normalize
from ..models.comment import EMAIL_LIMIT, NAME_LIMIT, TEXT_LIMIT
from ..privacy.confidentiality import ConfidentialityMixin

STAMP_SALT = "comments.stamp"
LONGEST_STAMP = 200
CONFIRMS_CLIENT = (
    "Not posted yet. This seems to say that somebody is a client, which is "
    "confidential: “{}”. If it is harmless, post it once more as it is."
)


class PlainField(forms.CharField):
    """Text that is trimmed, in one spelling, and storable in every database.

    Carries no `maxlength`: browsers cut what is pasted without a word.
    """

    def __init__(self, *, limit, required_message, too_long_message, **kwargs):
        super().__init__(error_messages={"required": required_message}, **kwargs)
        self.limit = limit
        self.validators = [MaxLengthValidator(limit, too_long_message)]

    def to_python(self, value):
        """Return the text as it is stored."""
        value = super().to_python(value)
        if is_blank(value):
            return ""
        # What is far too long is not worth the work.
        return normalize(value) if len(value) <= 4 * self.limit else value

    def validate(self, value):
        """Refuse what is empty, and what no database keeps."""
        super().validate(value)
        if UNSTORABLE.search(value):
            raise ValidationError(
                "Remove the characters that cannot be shown, shown here as “\ufffd”."
            )


class PlainLineField(PlainField):
    """Text without line breaks, tabs and the like."""

    def validate(self, value):
        """Refuse what would not stay in its line, in a mail for instance."""
        super().validate(value)
        if has_controls(value):
            raise ValidationError("Write this on one line, without tabs.")


class CommentForm(ConfidentialityMixin, HoneypotMixin):
    """A visitor's comment; that of a logged-in `user` needs no name and email."""

    name = PlainLineField(
        label="Name",
        limit=NAME_LIMIT,
        required_message="Enter your name.",
        too_long_message=f"Your name must be {NAME_LIMIT} characters or fewer.",
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = PlainLineField(
        label="Email",
        limit=EMAIL_LIMIT,
        required_message="Enter your email address.",
        too_long_message=f"Your email address must be {EMAIL_LIMIT} characters or "
        "fewer.",
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    text = PlainField(
        label="Comment",
        limit=TEXT_LIMIT,
        required_message="Write your comment.",
        too_long_message=f"Your comment must be {TEXT_LIMIT:,} characters or fewer.",
        widget=forms.Textarea({"rows": 8}),
    )
    remember = forms.BooleanField(
        label="Save my name and email in this browser for the next time I comment.",
        required=False,
    )
    notify = forms.BooleanField(
        label="Email me when my comment is published or answered.",
        required=False,
        help_text="You will get an email to confirm this first.",
    )
    # Nobody can correct what is hidden, so these are never wrong.
    parent = forms.Field(required=False, widget=forms.HiddenInput)
    key = forms.Field(required=False, widget=forms.HiddenInput)
    stamp = forms.Field(required=False, widget=forms.HiddenInput)
    subject_line = forms.Field(required=False)

    def __init__(self, *args, user=None, token="", **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        if user:
            for name in ["name", "email", "remember", "notify"]:
                del self.fields[name]
        else:
            del self.fields["warned"]
        if token:
            self.fields["csrfmiddlewaretoken"] = forms.CharField(
                initial=token, required=False, widget=forms.HiddenInput
            )

    def full_clean(self):
        """Validate, then keep only what can be sent back to the visitor."""
        super().full_clean()
        self.data = {
            name: UNSTORABLE.sub("\ufffd", value) for name, value in self.data.items()
        }

    def get_initial_for_field(self, field, field_name):
        """Start with typed values only as far as they can be sent back."""
        value = super().get_initial_for_field(field, field_name)
        return UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) else value

    def clean_email(self):
        """Refuse what is no address, or one that nobody on the internet has."""
        email = self.cleaned_data["email"]
        EmailValidator(
            "Enter a valid email address, like name@example.com.", allowlist=[]
        )(email)
        return email

    def clean(self):
        """Warn staff once if the text seems to confirm that somebody is a client."""
        if self.user and (phrases := self.find_new_confirmations()):
            self.add_error("text", CONFIRMS_CLIENT.format("”, “".join(phrases)))

    @property
    def fields_for_people(self):
        """The fields that a person fills in."""
        return [field for field in self.visible_fields() if field.name != HONEYPOT]

    @property
    def author(self):
        """The name and the email of the sender: the account's, if there is one."""
        if self.user:
            name = self.user.get_full_name() or self.user.get_username()
            return name[:NAME_LIMIT], self.user.email[:EMAIL_LIMIT]
        return self.cleaned_data["name"], self.cleaned_data["email"]


def read_typed(request):
    """Return each field of a comment form as one text; a list or a file is empty."""
    return {name: _only(request.POST.getlist(name)) for name in CommentForm.base_fields}


def new_values(**values):
    """Return what a fresh form starts with: its own key, and the time."""
    stamp = signing.dumps(timezone.now().timestamp(), salt=STAMP_SALT)
    return {"key": secrets.token_urlsafe(16), "stamp": stamp, **values}


def seconds_since(stamp):
    """Return how long ago a form was made, or None if `stamp` does not tell."""
    try:
        made = signing.loads(stamp[:LONGEST_STAMP], salt=STAMP_SALT)
    except (signing.BadSignature, UnicodeError):
        return None
    return timezone.now().timestamp() - made


def _only(values):
    return values[0] if len(values) == 1 else ""
