"""How a comment will look; nothing is stored."""

from ..models import Comment
from ..models.comment import MODERATE
from ..spam.rules import urgent_word
from .limits import check_rate
from .refusal import DUPLICATE, Refusal


def preview_comment(submission):
    """Return an unsaved comment; raise Refusal for duplicates and too many previews."""
    if not (submission.user and submission.user.has_perm(MODERATE)):
        check_rate("preview", submission.ip, submission.settings)
    if submission.history.has_duplicate:
        raise Refusal(409, DUPLICATE)
    return Comment(
        name=submission.name,
        text=submission.text,
        user=submission.user,
        is_urgent=bool(urgent_word(submission)),
    )
