"""Emails to moderators and to article owners, sent through the outbox.

They are rendered when they are sent, so they name only what still waits or is published
by then, and nobody whose comments have been deleted.
"""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.dispatch import receiver
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from blog.models import BlogPage
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

from ..models import Comment
from ..models.comment import MODERATE
from ..states import status_changed
from .action_links import action_links, spam_link

HELD = "comment-held-"
# Held comments per hour with an email of their own; the others share a digest.
MAX_SINGLE_MAILS = 5
BATCH_SIZE = 500
DIGEST = "comment-digest-"
MAX_IN_DIGEST = 10_000
MAX_SHOWN_IN_DIGEST = 100
BACKEND = "django.contrib.auth.backends.ModelBackend"


@receiver(status_changed)
def notify_staff(sender, comments, **kwargs):
    """Notify article owners of approved comments, and moderators of held ones."""
    is_flood = len(comments) > MAX_SINGLE_MAILS
    for comment in comments:
        if comment.status == Comment.Status.APPROVED:
            notify_owner(comment, is_flood)
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
            _queue_mails(comments)


def notify_owner(comment, is_flood=False):
    """Queue an email to the article's owner, once, unless they wrote the comment.

    In a flood, as after a bulk action, all comments on an article share one email.
    """
    owner = comment.page.owner
    if owner is None or not owner.email or owner.pk == comment.user_id:
        return
    if is_flood:
        hour = f"{timezone.now():%Y%m%d%H}"
        key = f"comments-approved-{comment.page_id}-{hour}"
        outbox.queue_rendered("comments.approved_many", key=key, page=comment.page_id)
        return
    outbox.queue_rendered(
        "comments.approved", key=f"comment-approved-{comment.pk}", comment=comment.pk
    )


@outbox.renderer("comments.approved")
def render_approved(comment):
    """Return the email to the owner of an article with a new comment."""
    comment = _find(comment, Comment.Status.APPROVED)
    if comment is None or comment.page.owner is None:
        return None
    return EmailMessage(
        f"[{site_name()}] New comment: “{comment.page.title}”",
        _body("approved", comment, ["spam", "trash"]),
        to=list(filter(None, [comment.page.owner.email])),
        reply_to=_reply_to(comment),
    )


@outbox.renderer("comments.approved_many")
def render_approved_many(page):
    """Return the email to the owner of an article with many new comments."""
    page = BlogPage.objects.live().select_related("owner").filter(pk=page).first()
    if page is None or page.owner is None or not page.owner.email:
        return None
    return EmailMessage(
        f"[{site_name()}] Many new comments: “{page.title}”",
        render_mail("approved_many", page=page),
        to=[page.owner.email],
    )


@outbox.renderer("comments.held")
def render_held(comment):
    """Return the email to the moderators about one pending comment."""
    comment = _find(comment, Comment.Status.PENDING)
    if comment is None:
        return None
    urgent = "URGENT: " if comment.is_urgent else ""
    return EmailMessage(
        f"[{site_name()}] {urgent}Please moderate: “{comment.page.title}”",
        _body("held", comment, ["approve", "spam", "trash"]),
        to=moderators(),
        reply_to=_reply_to(comment),
    )


@outbox.renderer("comments.digest")
def render_digest(comments):
    """Return the email to the moderators about those `comments` that still wait.

    It begins with all urgent comments that still wait, although they had an email.
    """
    pending = Comment.objects.pending()
    listed = pending.filter(Q(pk__in=comments) | Q(is_urgent=True))
    listed = listed.select_related("page").order_by("-is_urgent", "created", "pk")
    waiting = list(listed[:MAX_SHOWN_IN_DIGEST])
    if not waiting:
        return None
    ordinary = [comment for comment in waiting if not comment.is_urgent]
    body = render_mail(
        "digest",
        entries=[(c, _links(c, ["approve", "spam", "trash"])) for c in waiting],
        ordinary=len(ordinary),
        spam_url=absolute_url(spam_link(ordinary)),
        pending=pending.count(),
        queue_url=_queue_url(),
    )
    subject = f"[{site_name()}] Please moderate: many new comments"
    return EmailMessage(subject, body, to=moderators())


def absolute_url(path):
    return settings.SITE_URL + path


def site_name():
    return ClinicSettings.load().name


def moderators():
    """Return the email addresses of all moderators."""
    users = get_user_model().objects.with_perm(MODERATE, backend=BACKEND)
    return sorted(set(users.exclude(email="").values_list("email", flat=True)))


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


def _queue_mails(comments):
    pending = [c for c in comments if c.status == Comment.Status.PENDING]
    single_mails, for_digest = _single_mails_this_hour(), []
    for comment in pending:
        if comment.is_urgent or single_mails < MAX_SINGLE_MAILS:
            single_mails += 1
            outbox.queue_rendered(
                "comments.held", key=f"{HELD}{comment.pk}", comment=comment.pk
            )
        else:
            for_digest.append(comment.pk)
    if for_digest:
        _add_to_digest(for_digest)


def _add_to_digest(ids):
    """Add the comments with `ids` to the digest that is sent at the end of the hour."""
    digest = _lock_next_digest()
    digest.data["comments"] = [*digest.data["comments"], *ids][:MAX_IN_DIGEST]
    digest.save(update_fields=["data"])


def _lock_next_digest():
    """Return the next digest that is not being sent yet, with its row locked."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    while True:
        key = f"{DIGEST}{hour:%Y%m%d%H}"
        hour += timedelta(hours=1)
        mail = outbox.queue_rendered("comments.digest", key=key, due=hour, comments=[])
        mail = OutboxMail.objects.select_for_update().get(pk=mail.pk)
        if not mail.attempts:
            return mail


def _find(pk, status):
    """Return the comment if it still has the status, or None."""
    comments = Comment.objects.filter(pk=pk, status=status)
    return comments.select_related("page__owner", "parent").first()


def _single_mails_this_hour():
    an_hour_ago = timezone.now() - timedelta(hours=1)
    mails = OutboxMail.objects.filter(created__gt=an_hour_ago, key__startswith=HELD)
    return mails.count()


def _reply_to(comment):
    return [comment.email] if comment.email else []


@translation.override(settings.LANGUAGE_CODE)
def _links(comment, actions):
    """Return the labels and URLs in an email to staff, who read English."""
    links = action_links(comment, actions)
    return [(label, absolute_url(path)) for label, path in links]


@translation.override(settings.LANGUAGE_CODE)
def _body(name, comment, actions):
    return render_mail(
        name,
        comment=comment,
        links=_links(comment, actions),
        queue_url=_queue_url(),
        pending=Comment.objects.pending().count(),
    )


def _queue_url():
    return absolute_url(reverse("comment_moderation:index"))
