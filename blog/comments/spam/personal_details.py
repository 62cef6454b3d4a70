"""Detection of personal details that should not be published in a comment."""

import re

from django.utils import timezone

MIN_AGE = 5  # years

URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
EMAIL = re.compile(r"\w@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w/.,-])(?:"
    r"\+\d[\d ().-]{6,20}\d"  # +44 20 7946 0958
    r"|(?:1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}"  # (303) 555-0100
    r"|\d{10}"
    r")(?![\w/]|[.,-]\d)"
)
BORN = re.compile(
    r"\b(?:d\.?o\.?b\b|date of birth|birth ?date|birthday|born (?:on|in))\W{0,5}"
    r"[\w .,/-]{0,12}\d",
    re.IGNORECASE,
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
DATE = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?:\d{1,2}([/.-])\d{1,2}\1)(\d{4}|\d{2})"
    r"|(\d{4})-\d{2}-\d{2}"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (\d{{4}})"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? (\d{{4}})"
    r")(?![\d/-]|\.\d)",
    re.IGNORECASE,
)


def find_personal_detail(text):
    """Return a description of the first personal detail in `text`, or None."""
    if EMAIL.search(text):
        return "an email address"
    text = URL.sub(" ", text)
    if PHONE.search(text):
        return "a phone number"
    if BORN.search(text) or any(map(_is_birth_date, DATE.finditer(text))):
        return "a date of birth"
    return None


def _is_birth_date(match):
    """Return whether the year of `match` is plausible as a year of birth."""
    written = next(year for year in match.groups()[1:] if year)
    this_year = timezone.localdate().year
    year = int(written)
    if len(written) == 2:
        year += 1900 if year > this_year % 100 else 2000
    return 1900 <= year <= this_year - MIN_AGE
