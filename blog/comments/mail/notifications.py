"""Emails to moderators and to article owners, sent through the outbox."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.dispatch import receiver
from django.template.loader import get_template, render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

from ..models import Comment
from ..models.comment import MODERATE
from ..states import status_changed
from .action_links import action_links

HELD = "comment-held-"
# Held comments per hour with an email of their own; the others share a digest.
MAX_SINGLE_MAILS = 5
BATCH_SIZE = 500
MAX_DIGEST_LENGTH = 50_000  # characters
DIGEST = "comment-digest-"
DIGEST_FOOTER = "\nComments waiting for moderation: "
BACKEND = "django.contrib.auth.backends.ModelBackend"


@receiver(status_changed)
def notify_staff(sender, comments, **kwargs):
    """Notify article owners of approved comments, and moderators of held ones."""
    for comment in comments:
        if comment.status == Comment.Status.APPROVED:
            notify_owner(comment)
        elif comment.needs_notification:
            transaction.on_commit(outbox.wake)


@receiver(outbox.about_to_send)
def notify_moderators(**kwargs):
    """Queue an email for each urgent comment, and a digest for a flood of comments.

    The outbox calls this, so posting a comment does not wait for it. The field
    `needs_notification` ensures that each comment is handled exactly once.
    """
    while Comment.objects.filter(needs_notification=True).exists():
        with transaction.atomic():
            comments = _claim_unmailed()
            if not comments:  # Another process has claimed them.
                return
            _queue_mails(comments, _moderators())


def notify_owner(comment):
    """Queue an email to the article's owner, once, unless they wrote the comment."""
    owner = comment.page.owner
    if owner is None or not owner.email or owner.pk == comment.user_id:
        return
    outbox.queue(
        key=f"comment-approved-{comment.pk}",
        subject=f"[{site_name()}] New comment: “{comment.page.title}”",
        body=_body("approved", comment, ["spam", "trash"]),
        to=[owner.email],
        reply_to=_reply_to(comment),
    )


def mail_keys(comments):
    """Return the outbox keys of all emails about single `comments`."""
    kinds = ["held", "approved", "confirm", "published", "reply"]
    return [f"comment-{kind}-{comment.pk}" for kind in kinds for comment in comments]


def remove_from_digests(comments):
    """Remove `comments` from all digests in the outbox, sent or not."""
    entries = _digest_entries(comments)
    digests = OutboxMail.objects.select_for_update().filter(key__startswith=DIGEST)
    for digest in digests if entries else []:
        for entry in entries:
            digest.body = digest.body.replace(entry, "")
        digest.save(update_fields=["body"])


def absolute_url(path):
    return settings.SITE_URL + path


def site_name():
    return ClinicSettings.load().name


def render_mail(name, **context):
    """Return the body of an email from the template `comments/mail/<name>.txt`."""
    return render_to_string(f"comments/mail/{name}.txt", context)


def _claim_unmailed():
    """Return a batch of comments without an email, and mark them as handled."""
    unmailed = Comment.objects.filter(needs_notification=True).order_by("created", "pk")
    unmailed = unmailed.select_for_update(of=["self"], skip_locked=True)
    comments = list(unmailed.prefetch_related("page")[:BATCH_SIZE])
    pks = [comment.pk for comment in comments]
    Comment.objects.filter(pk__in=pks).update(needs_notification=False)
    return comments


def _queue_mails(comments, to):
    pending = [c for c in comments if to and c.status == Comment.Status.PENDING]
    single_mails, for_digest = _single_mails_this_hour(), []
    for comment in pending:
        if comment.is_urgent or single_mails < MAX_SINGLE_MAILS:
            single_mails += 1
            _queue_single_mail(comment, to)
        else:
            for_digest.append(comment)
    if for_digest:
        _add_to_digest(for_digest, to)


def _queue_single_mail(comment, to):
    urgent = "URGENT: " if comment.is_urgent else ""
    outbox.queue(
        key=f"{HELD}{comment.pk}",
        subject=f"[{site_name()}] {urgent}Please moderate: “{comment.page.title}”",
        body=_body("held", comment, ["approve", "spam", "trash"]),
        to=to,
        reply_to=_reply_to(comment),
    )


def _add_to_digest(comments, to):
    """Add `comments` to the digest that is sent at the end of this hour."""
    digest = _lock_next_digest(to)
    entries = digest.body.rpartition(DIGEST_FOOTER)[0] or render_mail("digest")
    footer = f"{DIGEST_FOOTER}{Comment.objects.pending().count()}\n{_queue_url()}\n"
    if len(entries) < MAX_DIGEST_LENGTH:
        entries += "".join(_digest_entries(comments))
    digest.body = entries + footer
    digest.save(update_fields=["body"])


def _lock_next_digest(to):
    """Return the next digest that is not being sent yet, with its row locked."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    while True:
        key = f"{DIGEST}{hour:%Y%m%d%H}"
        subject = f"[{site_name()}] Please moderate: many new comments"
        hour += timedelta(hours=1)
        mail = outbox.queue(key=key, subject=subject, body="", to=to, due=hour)
        mail = OutboxMail.objects.select_for_update().get(pk=mail.pk)
        if not mail.attempts:
            return mail


def _digest_entries(comments):
    entry = get_template("comments/mail/digest_entry.txt")
    return [entry.render({"comment": comment}) for comment in comments]


def _single_mails_this_hour():
    an_hour_ago = timezone.now() - timedelta(hours=1)
    mails = OutboxMail.objects.filter(created__gt=an_hour_ago, key__startswith=HELD)
    return mails.count()


def _moderators():
    users = get_user_model().objects.with_perm(MODERATE, backend=BACKEND)
    return sorted(set(users.exclude(email="").values_list("email", flat=True)))


def _reply_to(comment):
    return [comment.email] if comment.email else []


@translation.override(settings.LANGUAGE_CODE)
def _body(name, comment, actions):
    """Return the text of an email to staff, whatever the language of the request."""
    links = action_links(comment, actions)
    return render_mail(
        name,
        comment=comment,
        links=[(label, absolute_url(path)) for label, path in links],
        queue_url=_queue_url(),
        pending=Comment.objects.pending().count(),
    )


def _queue_url():
    return absolute_url(reverse("comment_moderation:index"))
