import re
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from ..spam.senders import SenderKind, names_of, parse_sender

# More addresses than one office or customer has, in bits by IP version.
WIDEST_PREFIXES = {4: 16, 6: 32}
PUBLIC_DOMAINS = {
    "@aol.com",
    "@comcast.net",
    "@gmail.com",
    "@googlemail.com",
    "@icloud.com",
    "@me.com",
    "@proton.me",
    "@protonmail.com",
}
# In many countries: yahoo.com, yahoo.de, yahoo.co.uk, yahoo.com.mx.
PUBLIC_IN_COUNTRIES = re.compile(
    r"@(gmx|hotmail|live|msn|outlook|yahoo|ymail)\.(com?\.)?[a-z]{2,3}"
)


def is_public(domain):
    """Return whether many people have email addresses in `domain`, like @gmail.com."""
    return bool(domain in PUBLIC_DOMAINS or PUBLIC_IN_COUNTRIES.fullmatch(domain))


def validate_narrow(value):
    """Refuse blocks that are invalid or would hit many other people."""
    sender = parse_sender(value)
    if is_public(sender.value):
        raise ValidationError(
            f"Too many people use {sender.value}. Block one address instead."
        )
    if sender.kind == SenderKind.NETWORK:
        widest = WIDEST_PREFIXES[sender.network.version]
        if sender.network.prefixlen < widest:
            raise ValidationError(
                f"This network is too large. Enter /{widest} or a higher number."
            )


class BlockQuerySet(models.QuerySet):
    def matching(self, email, ip):
        """Return the blocks that include a sender's email or IP address."""
        return self.filter(value__in=names_of(email, ip))


class Block(models.Model):
    """A sender whose new comments are marked as spam."""

    kind = models.CharField(max_length=10, choices=SenderKind, editable=False)
    value = models.CharField(
        "sender",
        max_length=255,
        unique=True,
        validators=[validate_narrow],
        error_messages={"unique": "This sender is already blocked."},
        help_text="An email address, a domain like @example.com, an IP address, or a "
        "network like 203.0.113.0/24.",
    )
    reason = models.CharField(
        max_length=255, blank=True, help_text="For the other moderators."
    )
    created = models.DateTimeField("blocked", default=timezone.now, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="blocked by",
    )
    caught = models.PositiveIntegerField("comments caught", default=0, editable=False)

    objects = BlockQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]
        verbose_name = "blocked sender"
        default_permissions = ()

    def __str__(self):
        # Without the value, which would stay in the history of the admin.
        return f"Blocked {SenderKind(self.kind).label}" if self.kind else "New block"

    def clean(self):
        """Set `kind`, and spell the sender in the way that comments are compared."""
        with suppress(ValidationError):  # The field shows why it is invalid.
            sender = parse_sender(self.value)
            self.kind, self.value = sender.kind, sender.value
