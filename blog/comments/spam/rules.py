"""What decides the status of a new comment.

A rule is a function that gets a submission and answers why it fires, in words for the
staff, or None. To add one, add a function under `@spam`, `@hold` or `@urgent`.
"""

import re

from django.contrib.auth import get_user_model

from boulder_therapeutics.core.models import Person

from ..characters import is_invisible
from ..models import Comment
from ..submission.submission import Verdict
from .personal_details import find_personal_detail
from .words import find_word, fold

LEAST_SECONDS = 3
SUSPICIOUS = 0.4
LINK = re.compile(
    r"https?://(?:(?!https?://)[^\s<>\"'|\]])*"
    r"|www\.[^\s<>\"'|\]]+"
    r"|(?<![\w@.-])(?:[\w-]+\.)+(?:biz|club|com|info|net|online|org|ru|shop|site|top|xyz)\b",
    re.IGNORECASE,
)

rules = []


def judge(submission, found=None):
    """Ask every rule about `submission`, but those whose answers are in `found`."""
    if submission.is_trusted:
        return Verdict()
    answers = (look_at(submission) if found is None else found) | _ask(
        submission, [rule for rule in rules if rule.looks_back]
    )
    fired = [(rule, why) for rule in rules if (why := answers[rule])]
    outcomes = {rule.outcome for rule, _ in fired}
    if "spam" in outcomes:
        status = Comment.Status.SPAM
    else:
        status = Comment.Status.PENDING if fired else Comment.Status.APPROVED
    reasons = [{"rule": rule.__name__, "why": why} for rule, why in fired]
    return Verdict(status, "urgent" in outcomes, reasons)


def look_at(submission):
    """Return the answers of the rules that need no other comment, by rule."""
    return _ask(submission, [rule for rule in rules if not rule.looks_back])


def looks_back(rule):
    """Mark a rule that asks for earlier comments."""
    rule.looks_back = True
    return rule


def _ask(submission, some_rules):
    return {rule: rule(submission) for rule in some_rules}


def _rule(outcome):
    def register(function):
        function.outcome = outcome
        function.looks_back = getattr(function, "looks_back", False)
        rules.append(function)
        return function

    return register


spam, hold, urgent = _rule("spam"), _rule("hold"), _rule("urgent")


@spam
def honeypot(submission):
    """A field that no visitor sees is filled in."""
    return submission.is_from_program and "A program filled in the form."


@spam
def disallowed_word(submission):
    """A word that makes spam of a comment."""
    word = find_word(submission.settings.disallowed_words, *submission.places)
    return word and f"Disallowed word: “{word}”."


@spam
def reads_like_spam(submission):
    """It reads like what moderators called spam."""
    score, threshold = submission.spam_score, submission.settings.spam_threshold
    if score is None or score * 100 < threshold:
        return None
    return f"Reads like spam: {score:.0%}."


@urgent
def urgent_word(submission):
    """Words for something that cannot wait for an appointment."""
    word = find_word(
        submission.settings.urgent_words, submission.text, submission.bare_text
    )
    return word and f"Urgent: “{word}”."


@hold
def suspicious(submission):
    """It reads a little like what moderators called spam."""
    score = submission.spam_score
    return score and score >= SUSPICIOUS and f"May be spam: {score:.0%}."


@hold
def everything(submission):
    """The clinic wants to see all comments first."""
    return submission.settings.hold_all and "Every comment is checked."


@hold
def links(submission):
    """More links than people usually need."""
    count = max(
        len(LINK.findall(submission.text)), len(LINK.findall(submission.bare_text))
    )
    most = submission.settings.max_links
    return 0 < most <= count and f"{count} link{'s' * (count != 1)}."


@hold
def moderation_word(submission):
    """A word that somebody wants to look at."""
    word = find_word(submission.settings.moderation_words, *submission.places)
    return word and f"Moderation word: “{word}”."


@hold
@looks_back
def new_author(submission):
    """Nobody of this name and email has been let through yet."""
    if not submission.settings.hold_new_authors:
        return None
    known = submission.history.has_approved
    return not known and "No approved comment by this name and email yet."


@hold
def staff_identity(submission):
    """A visitor who gives the name or the email of somebody of the clinic."""
    if submission.user is not None:
        return None
    names, emails = staff_identities()
    if submission.email.casefold() in emails:
        return "A visitor using the email of a member of staff."
    is_known = _identity(submission.name) in names
    return is_known and "A visitor using the name of a member of staff."


@hold
def personal_details(submission):
    """What a visitor should not have made public."""
    detail = find_personal_detail(submission.text)
    return detail and f"Personal details: {detail}."


@hold
def too_fast(submission):
    """Sent sooner than anybody can read and write."""
    seconds = submission.seconds
    if seconds is None or not 0 <= seconds < LEAST_SECONDS:
        return None
    return f"Sent {seconds:.0f} seconds after the page was opened."


@hold
@looks_back
def repeated_text(submission):
    """The same words under another article."""
    said = submission.history.has_same_text_elsewhere
    return said and "The same text stands under another article."


@hold
@looks_back
def sender_history(submission):
    """Somebody whose comments were spam before."""
    before = submission.history.spam_count
    return before and f"{before} in spam from the same email or network address."


def staff_identities():
    """Return the names and the emails of all who belong to the clinic."""
    names, emails = set(Person.objects.values_list("name", flat=True)), set()
    for user in get_user_model().objects.filter(is_active=True):
        names |= {user.get_full_name(), user.get_username()}
        emails.add(user.email.casefold())
    return {_identity(name) for name in names}, emails


def _identity(name):
    """Return `name` so that names that look the same are the same."""
    return " ".join(
        fold("".join(c for c in name if c == " " or not is_invisible(c))).split()
    )
