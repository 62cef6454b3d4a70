"""The mails about comments, each a row of the outbox in the comment's transaction."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.dispatch import receiver
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from boulder_therapeutics.core import outbox
from boulder_therapeutics.core.models import ClinicSettings, OutboxMail

from .mail_actions import action_links
from .models import Comment
from .models.comment import MODERATE
from .states import status_changed

HELD = "comment-held-"
# So many held comments an hour are mailed one by one, the rest together.
MOST_SINGLE_MAILS = 5
BACKEND = "django.contrib.auth.backends.ModelBackend"


@receiver(status_changed)
def tell_staff(sender, comments, **kwargs):
    """Mail about every new comment that is held, and every one that is approved."""
    for comment in comments:
        if comment.status == Comment.Status.APPROVED:
            tell_owner(comment)
        elif comment.status == Comment.Status.PENDING and not comment.status_before:
            tell_moderators(comment)


def tell_moderators(comment):
    """Ask the moderators for a decision: urgent ones at once, floods in one mail."""
    to = _moderators()
    if not to:
        return
    if not comment.is_urgent and _recently_mailed().count() >= MOST_SINGLE_MAILS:
        _add_to_digest(to)
        return
    urgent = "URGENT: " if comment.is_urgent else ""
    outbox.queue(
        key=f"{HELD}{comment.pk}",
        subject=f"[{site_name()}] {urgent}Please moderate: “{comment.page.title}”",
        body=_body("held", comment, ["approve", "spam", "trash"]),
        to=to,
        reply_to=_reply_to(comment),
    )


def tell_owner(comment):
    """Tell the owner of the article about a comment by somebody else, once."""
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


def mails_about(comments):
    """Return the keys of all mails in the outbox that are about `comments`."""
    kinds = ["held", "approved", "confirm", "published", "reply"]
    return [f"comment-{kind}-{comment.pk}" for kind in kinds for comment in comments]


def absolute(path):
    """Return the public address of a path of this site."""
    return settings.SITE_URL + path


def site_name():
    """Return what mails call this site."""
    return ClinicSettings.load().name


def render_mail(name, **context):
    """Return the body of a mail."""
    return render_to_string(f"comments/mail/{name}.txt", context)


def _add_to_digest(to):
    """Write the mail of this hour anew; it goes when the hour is over."""
    start = timezone.now().replace(minute=0, second=0, microsecond=0)
    mailed = [int(key.removeprefix(HELD)) for key in _recently_mailed()]
    comments = Comment.objects.pending().filter(created__gte=start)
    comments = comments.exclude(pk__in=mailed).select_related("page")
    body = _render_for_staff("digest", comments=comments)
    mail = outbox.queue(
        key=f"comment-digest-{start:%Y%m%d%H}",
        subject=f"[{site_name()}] Please moderate: many new comments",
        body=body,
        to=to,
        due=start + timedelta(hours=1),
    )
    OutboxMail.objects.filter(pk=mail.pk, sent=None).update(body=body)


def _recently_mailed():
    recent = OutboxMail.objects.filter(created__gt=timezone.now() - timedelta(hours=1))
    return recent.filter(key__startswith=HELD).values_list("key", flat=True)


def _moderators():
    users = get_user_model().objects.with_perm(MODERATE, backend=BACKEND)
    return sorted(set(users.exclude(email="").values_list("email", flat=True)))


def _reply_to(comment):
    return [comment.email] if comment.email else []


def _body(name, comment, actions):
    links = [(label, absolute(path)) for label, path in action_links(comment, actions)]
    return _render_for_staff(name, comment=comment, links=links)


def _render_for_staff(name, **context):
    return render_mail(
        name,
        queue=absolute(reverse("comment_moderation:index")),
        waiting=Comment.objects.pending().count(),
        **context,
    )
