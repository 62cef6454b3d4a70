"""The moderation actions for comments."""

from collections.abc import Callable
from dataclasses import dataclass

from .. import states
from ..models import Comment
from ..reports.moderation import REPORTED, dismiss_reports

APPROVED, PENDING = Comment.Status.APPROVED, Comment.Status.PENDING
SPAM, TRASH = Comment.Status.SPAM, Comment.Status.TRASH


@dataclass(frozen=True)
class Action:
    """A button of the moderation queue.

    `key` is its keyboard shortcut, `sources` are the statuses that it applies to, and
    `perform(ids, user)` returns the comments whose status changed.
    """

    slug: str
    label: str
    key: str
    confirmation: str
    result: str
    sources: set
    perform: Callable


def _set_status(status):
    return lambda ids, user: states.set_status(ids, status, user)


def _delete(ids, user):
    states.delete(ids, user)
    return []


_ALL = [
    Action(
        slug="approve",
        label="Approve",
        key="a",
        confirmation="Approve {}",
        result="approved",
        sources={PENDING},
        perform=_set_status(APPROVED),
    ),
    Action(
        slug="unapprove",
        label="Unapprove",
        key="p",
        confirmation="Unapprove {}",
        result="unapproved",
        sources={APPROVED},
        perform=_set_status(PENDING),
    ),
    Action(
        slug="not_spam",
        label="Not spam",
        key="n",
        confirmation="Mark {} as not spam",
        result="marked as not spam",
        sources={SPAM},
        perform=states.restore,
    ),
    Action(
        slug="restore",
        label="Restore",
        key="n",
        confirmation="Restore {}",
        result="restored",
        sources={TRASH},
        perform=states.restore,
    ),
    Action(
        slug="spam",
        label="Spam",
        key="s",
        confirmation="Mark {} as spam",
        result="marked as spam",
        sources={PENDING, APPROVED},
        perform=_set_status(SPAM),
    ),
    Action(
        slug="trash",
        label="Trash",
        key="t",
        confirmation="Move {} to trash",
        result="moved to trash",
        sources={PENDING, APPROVED},
        perform=_set_status(TRASH),
    ),
    Action(
        slug="delete",
        label="Delete",
        key="d",
        confirmation="Permanently delete {}",
        result="permanently deleted",
        sources={SPAM, TRASH},
        perform=_delete,
    ),
]
_DISMISS = Action(
    slug="dismiss",
    label="Dismiss report",
    key="i",
    confirmation="Dismiss the reports of {}",
    result="cleared of reports",
    sources={APPROVED},
    perform=dismiss_reports,
)
ACTIONS = {action.slug: action for action in [*_ALL, _DISMISS]}


def actions_for(status):
    """Return the actions for comments in `status`; all actions for no single status.

    The comments with the status `REPORTED` are approved.
    """
    if status == REPORTED:
        return [_DISMISS, *actions_for(APPROVED)]
    if status not in Comment.Status.values:
        return _ALL
    return [action for action in _ALL if status in action.sources]
