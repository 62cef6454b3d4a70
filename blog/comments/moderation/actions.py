"""What moderators can do to a comment, by its state."""

from collections.abc import Callable
from dataclasses import dataclass

from .. import states
from ..models import Comment

APPROVED, PENDING = Comment.Status.APPROVED, Comment.Status.PENDING
SPAM, TRASH = Comment.Status.SPAM, Comment.Status.TRASH


@dataclass(frozen=True)
class Action:
    """A button; `move(ids, user)` returns the comments that got into another state."""

    slug: str
    label: str
    key: str
    sentence: str
    done: str
    sources: set
    move: Callable


def _to(status):
    return lambda ids, user: states.set_status(ids, status, user)


def _delete(ids, user):
    states.delete(ids, user)
    return []


_KNOWN = [
    Action(
        "approve", "Approve", "a", "Approve {}", "approved", {PENDING}, _to(APPROVED)
    ),
    Action(
        "unapprove",
        "Unapprove",
        "p",
        "Unapprove {}",
        "unapproved",
        {APPROVED},
        _to(PENDING),
    ),
    Action(
        "not_spam",
        "Not spam",
        "n",
        "Take {} out of spam",
        "taken out of spam",
        {SPAM},
        states.restore,
    ),
    Action(
        "restore", "Restore", "n", "Restore {}", "restored", {TRASH}, states.restore
    ),
    Action(
        "spam",
        "Spam",
        "s",
        "Mark {} as spam",
        "marked as spam",
        {PENDING, APPROVED},
        _to(SPAM),
    ),
    Action(
        "trash",
        "Trash",
        "t",
        "Move {} to trash",
        "moved to trash",
        {PENDING, APPROVED},
        _to(TRASH),
    ),
    Action(
        "delete",
        "Delete",
        "d",
        "Delete {} for good",
        "deleted for good",
        {SPAM, TRASH},
        _delete,
    ),
]
ACTIONS = {action.slug: action for action in _KNOWN}


def actions_for(status):
    """Return the actions that a comment in `status` can undergo; all for no status."""
    if status not in Comment.Status.values:
        return _KNOWN
    return [action for action in _KNOWN if status in action.sources]
