"""The one way to remove a person’s words, however it was asked for.

Deleting a comment (by its author, a moderator, the retention job, or with its article)
and anonymizing it both end here. Nothing else has to be cleaned up: the site history
knows comments by number, mails are rendered when they are sent, batches hold ids, the
spam filter drops words that only one sender used, and `cache_rules` deletes cached
pages. `tests/comments/privacy/test_removal.py` searches everything that is stored.
"""

import ipaddress
import secrets

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from ..models import Comment, RemovedComment, Subscription
from ..states import comments_deleted

ANONYMOUS = "Anonymous"
ERASED_TEXT = "(Removed at the author’s request.)"
ANONYMIZED_PREFIXES = {4: 24, 6: 48}  # bits, by IP version


@receiver(pre_delete, sender=Comment)
def forget_deleted(instance, **kwargs):
    """Forget a comment that is about to be deleted."""
    forget(instance)


@receiver(comments_deleted)
def bar_imports(comments, **kwargs):
    """Stop importers from creating `comments` again.

    Not those that are deleted with their article, which does not come back either.
    """
    keys = [comment.submission_key for comment in comments if comment.source]
    rows = [RemovedComment(key=key) for key in keys]
    RemovedComment.objects.bulk_create(rows, ignore_conflicts=True)


def anonymize(comment, with_text=False, user=None):
    """Remove the author from `comment`; date, thread and text stay.

    With `with_text`, the text is removed, too. `user` is who did it, for the history.
    """
    comment.name, comment.email, comment.user_agent = ANONYMOUS, "", ""
    comment.ip, comment.user = _anonymize_ip(comment.ip), None
    comment.hold_reasons = []
    bar_imports([comment])
    if not comment.source:
        # The old key may be a hash of the name and email.
        comment.submission_key = secrets.token_hex(32)
    if with_text:
        comment.text = ERASED_TEXT
    comment.save()
    forget(comment)
    log(comment, "comments.erase", user=user)


def forget(comment):
    """Remove the author of `comment` from everything that refers to it."""
    Subscription.objects.filter(comment=comment).delete()
    history = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Comment), object_id=comment.pk
    )
    history.update(label=str(comment), data={})


def _anonymize_ip(ip):
    """Return `ip` with the bits that identify a single host set to zero."""
    if not ip:
        return None
    prefix = ANONYMIZED_PREFIXES[ipaddress.ip_address(ip).version]
    return str(ipaddress.ip_network(f"{ip}/{prefix}", strict=False).network_address)
