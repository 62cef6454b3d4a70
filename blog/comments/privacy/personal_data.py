"""Export and erasure of everything that is stored about a person."""

from typing import NamedTuple

from django.db import transaction
from django.http import JsonResponse

from boulder_therapeutics.core.privacy.messages import erase_messages, export_messages

from .. import states
from ..models import Comment
from .removal import anonymize


class Erased(NamedTuple):
    """The number of comments anonymized, and of contact messages deleted."""

    comments: int
    messages: int


def comments_by_email(email):
    """Return the comments posted with `email`, oldest first."""
    email = email.replace("\x00", "").strip()
    if not email:
        return Comment.objects.none()
    return Comment.objects.filter(email__iexact=email).select_related("page")


def export(email):
    """Return the comments and contact messages of `email`, ready for JSON."""
    comments = comments_by_email(email).select_related("subscription")
    return [*map(describe, comments), *export_messages(email)]


def describe(comment):
    """Return everything stored about a comment, ready for JSON."""
    return {
        "id": comment.pk,
        "article": comment.page.title,
        "url": comment.page.full_url,
        "in_reply_to": comment.parent_id,
        "name": comment.name,
        "email": comment.email,
        "text": comment.text,
        "created": comment.created.isoformat(),
        "edited": comment.edited and comment.edited.isoformat(),
        "status": comment.status,
        "hold_reasons": [reason["why"] for reason in comment.hold_reasons],
        "ip_address": comment.ip,
        "user_agent": comment.user_agent,
        "emails": _describe_subscription(comment),
    }


def _describe_subscription(comment):
    if not hasattr(comment, "subscription"):
        return None
    subscription = comment.subscription
    return {
        "requested": subscription.created.isoformat(),
        "confirmed": subscription.confirmed and subscription.confirmed.isoformat(),
        "consent": subscription.consent,
    }


def download(email):
    """Return a response that saves the export as a JSON file."""
    return JsonResponse(
        export(email),
        safe=False,
        headers={"Content-Disposition": 'attachment; filename="comments.json"'},
    )


@transaction.atomic
def erase(email, with_text=False, user=None):
    """Anonymize the comments of `email`, and delete its contact messages."""
    comments = anonymize_comments(email, with_text, user)
    return Erased(comments, erase_messages(email, user))


@transaction.atomic
def anonymize_comments(email, with_text=False, user=None):
    """Anonymize the comments of `email`, and return their number.

    Dates, threads and, unless `with_text`, texts stay.
    """
    comments = list(comments_by_email(email).select_for_update(of=["self"]))
    for comment in comments:
        anonymize(comment, with_text, user)
    return len(comments)


def delete_comments(email):
    """Delete the comments of `email`, and return their number."""
    return states.delete(list(comments_by_email(email).values_list("pk", flat=True)))
