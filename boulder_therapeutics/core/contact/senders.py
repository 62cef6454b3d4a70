"""Comparison of the email addresses and phone numbers of senders of messages."""

import re

from django.db.models import Q

LEAST_DIGITS = 7
US_DIGITS = 10  # without the country code, 1
NO_DIGITS = "[^0-9@]*"


def normalize_sender(address):
    """Return a phone number as its digits, and an email address in upper case.

    Two spellings of one number are equal, with the country code of the US or without.
    """
    digits = "".join(re.findall("[0-9]", address))
    if "@" in address or len(digits) < LEAST_DIGITS:
        return address.strip().upper()
    return digits.removeprefix("1") if len(digits) == US_DIGITS + 1 else digits


def sent_by(address):
    """Return the condition for messages with this email address or phone number."""
    sender = normalize_sender(address)
    if not re.fullmatch("[0-9]+", sender):
        return Q(reply_to__iexact=address.strip())
    country = f"(1{NO_DIGITS})?" if len(sender) == US_DIGITS else ""
    pattern = f"^{NO_DIGITS}{country}{NO_DIGITS.join(sender)}{NO_DIGITS}$"
    return Q(reply_to__regex=pattern)
