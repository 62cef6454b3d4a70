"""The rules that set the status of a new comment.

A rule is a function that receives a submission and returns the reason for its outcome,
as shown to staff, or a false value. To add one, write a function and decorate it with
`@spam`, `@hold` or `@urgent` and the label for the filter of the moderation queue.

Reasons name no IP address and no browser: these are deleted before the comment is.
"""

import re
from dataclasses import dataclass, field
from functools import partial

from django.contrib.auth import get_user_model

from boulder_therapeutics.core.models import MessageSettings, Person
from boulder_therapeutics.core.names import CLINIC_TEAM
from boulder_therapeutics.core.submission.characters import is_invisible
from boulder_therapeutics.core.submission.words import find_entry, fold

from ..models import Comment
from .personal_details import find_personal_detail

MIN_SECONDS = 3
POSSIBLE_SPAM_SCORE = 0.4
LINK = re.compile(
    r"https?://(?:(?!https?://)[^\s<>\"'|\]])*"
    r"|www\.[^\s<>\"'|\]]+"
    r"|(?<![\w@.-])(?:[\w-]+\.)+(?:biz|club|com|info|net|online|org|ru|shop|site|top|xyz)\b",
    re.IGNORECASE,
)

rules = []


@dataclass
class Evaluation:
    """The result of all rules for one submission."""

    status: str = Comment.Status.APPROVED
    is_urgent: bool = False
    reasons: list = field(default_factory=list)


def evaluate(submission):
    """Apply every rule to `submission`, unless it comes from trusted staff."""
    if submission.is_trusted:
        return Evaluation()
    reasons = {rule: reason for rule in rules if (reason := rule(submission))}
    outcomes = {rule.outcome for rule in reasons}
    if "spam" in outcomes:
        status = Comment.Status.SPAM
    else:
        status = Comment.Status.PENDING if reasons else Comment.Status.APPROVED
    return Evaluation(
        status,
        is_urgent="urgent" in outcomes,
        reasons=[{"rule": rule.__name__, "why": why} for rule, why in reasons.items()],
    )


def _rule(outcome, label):
    def register(function):
        function.outcome, function.label = outcome, label
        rules.append(function)
        return function

    return register


spam, hold, urgent = (partial(_rule, outcome) for outcome in ("spam", "hold", "urgent"))


@spam("Submitted by a bot")
def honeypot(submission):
    return submission.is_from_program and "A hidden field was filled in, as by a bot."


@spam("Blocked sender")
def blocked_sender(submission):
    kinds = sorted({block.get_kind_display() for block in submission.blocks})
    return kinds and f"Blocked sender: {'; '.join(kinds)}."


@spam("Disallowed word")
def disallowed_word(submission):
    found = _find_word(submission.settings.disallowed_words, submission)
    return found and f"Disallowed word{found}."


@spam("Likely spam")
def likely_spam(submission):
    score, threshold = submission.spam_score, submission.settings.spam_threshold
    if score is None or score * 100 < threshold:
        return None
    return f"Likely spam: {score:.0%}."


@urgent("Urgent word")
def urgent_word(submission):
    """Hold comments about conditions that cannot wait for an appointment."""
    entry = MessageSettings.load().find_urgent(submission.text)
    return entry and f"Urgent: “{entry}”."


@hold("Possible spam")
def possible_spam(submission):
    score = submission.spam_score
    return score and score >= POSSIBLE_SPAM_SCORE and f"Possible spam: {score:.0%}."


@hold("All comments are held")
def hold_all(submission):
    return submission.settings.hold_all and "All comments are held for moderation."


@hold("Too many links")
def links(submission):
    count = max(
        len(LINK.findall(submission.text)), len(LINK.findall(submission.bare_text))
    )
    limit = submission.settings.max_links
    return 0 < limit <= count and f"{count} link{'s' * (count != 1)}."


@hold("Moderation word")
def moderation_word(submission):
    found = _find_word(submission.settings.moderation_words, submission)
    return found and f"Moderation word{found}."


@hold("New author")
def new_author(submission):
    if not submission.settings.hold_new_authors or submission.history.has_approved:
        return None
    return "No approved comment by this name and email yet."


@hold("Name or email of a staff member")
def staff_identity(submission):
    if submission.user is not None:
        return None
    names, emails = _staff_identities()
    if submission.email.casefold() in emails:
        return "A visitor used the email of a staff member."
    is_staff_name = _comparable_name(submission.name) in names
    return is_staff_name and "A visitor used the name of a staff member."


@hold("Personal details")
def personal_details(submission):
    detail = find_personal_detail(submission.text)
    return detail and f"Personal details: {detail}."


@hold("Submitted too fast")
def too_fast(submission):
    """Hold comments submitted faster than people can read and write."""
    seconds = submission.seconds
    if seconds is None or not 0 <= seconds < MIN_SECONDS:
        return None
    return f"Submitted {seconds:.0f} seconds after the page was opened."


@hold("Same text on another article")
def repeated_text(submission):
    is_repeated = submission.history.has_same_text_elsewhere
    return is_repeated and "The same text was posted on another article."


@hold("Sender with comments in spam")
def sender_history(submission):
    count = submission.history.spam_count
    return count and f"Comments in spam from the same email or IP address: {count}."


def _find_word(entries, submission):
    """Return which or where one of `entries` is, as the end of a reason, or None."""
    if entry := find_entry(entries, *submission.written_texts):
        return f": “{entry}”"
    is_found = find_entry(entries, *submission.sender_details)
    return " in the sender’s email, IP address or browser" if is_found else None


def _staff_identities():
    """Return the comparable names and the emails of all staff members."""
    names = {CLINIC_TEAM, *Person.objects.values_list("name", flat=True)}
    emails = set()
    users = get_user_model().objects.filter(is_active=True)
    fields = "first_name", "last_name", "username", "email"
    for first_name, last_name, username, email in users.values_list(*fields):
        names |= {f"{first_name} {last_name}", username}
        emails.add(email.casefold())
    return {_comparable_name(name) for name in names}, emails


def _comparable_name(name):
    """Return `name` in a form that is equal for names that look the same."""
    visible = "".join(c for c in name if c == " " or not is_invisible(c))
    return " ".join(fold(visible).split())
