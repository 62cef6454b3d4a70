"""The mails about comments, each a row of the outbox in the comment's transaction."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.dispatch import receiver
from django.template.loader import get_template, render_to_string
from django.urls import reverse
from django.utils import timezone

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

from ..models import Comment
from ..models.comment import MODERATE
from ..states import status_changed
from .action_links import action_links

HELD = "comment-held-"
# So many held comments an hour are mailed one by one, the rest together.
MOST_SINGLE_MAILS = 5
MOST_AT_ONCE = 500
# Characters; who gets more than that looks at the queue.
LONGEST_DIGEST = 50_000
DIGEST = "comment-digest-"
DIGEST_FOOT = "\nWaiting for a decision: "
BACKEND = "django.contrib.auth.backends.ModelBackend"


@receiver(status_changed)
def tell_staff(sender, comments, **kwargs):
    """Mail about every new comment that is held, and every one that is approved."""
    for comment in comments:
        if comment.status == Comment.Status.APPROVED:
            tell_owner(comment)
        elif comment.mail_waits:
            transaction.on_commit(outbox.wake)


@receiver(outbox.about_to_send)
def tell_moderators(**kwargs):
    """Ask the moderators about new comments: urgent ones at once, floods in one mail.

    Not while they are posted, so that nobody waits for it, but for each exactly once.
    """
    while Comment.objects.filter(mail_waits=True).exists():
        with transaction.atomic():
            comments = _take_unmailed()
            if not comments:  # Somebody else is at it.
                return
            _mail(comments, _moderators())


def _take_unmailed():
    """Return some comments that nobody has mailed, and that now nobody else will."""
    unmailed = Comment.objects.filter(mail_waits=True).order_by("created", "pk")
    unmailed = unmailed.select_for_update(of=["self"], skip_locked=True)
    comments = list(unmailed.prefetch_related("page")[:MOST_AT_ONCE])
    pks = [comment.pk for comment in comments]
    Comment.objects.filter(pk__in=pks).update(mail_waits=False)
    return comments


def _mail(comments, to):
    waiting = [c for c in comments if to and c.status == Comment.Status.PENDING]
    room, many = MOST_SINGLE_MAILS - _recently_mailed().count(), []
    for comment in waiting:
        if comment.is_urgent or room > 0:
            room -= 1
            _mail_one(comment, to)
        else:
            many.append(comment)
    if many:
        _add_to_digest(many, to)


def _mail_one(comment, to):
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


def forget_in_digests(comments):
    """Take `comments` out of the mails that name many, written or sent."""
    entries = _digest_entries(comments)
    digests = OutboxMail.objects.select_for_update().filter(key__startswith=DIGEST)
    for digest in digests if entries else []:
        for entry in entries:
            digest.body = digest.body.replace(entry, "")
        digest.save(update_fields=["body"])


def absolute(path):
    """Return the public address of a path of this site."""
    return settings.SITE_URL + path


def site_name():
    """Return what mails call this site."""
    return ClinicSettings.load().name


def render_mail(name, **context):
    """Return the body of a mail."""
    return render_to_string(f"comments/mail/{name}.txt", context)


def _add_to_digest(comments, to):
    """Add `comments` to the mail of this hour, which goes when the hour is over."""
    digest = _open_digest(to)
    entries = digest.body.rpartition(DIGEST_FOOT)[0] or render_mail("digest")
    foot = f"{DIGEST_FOOT}{Comment.objects.pending().count()}\n{_queue_address()}\n"
    if len(entries) < LONGEST_DIGEST:
        entries += "".join(_digest_entries(comments))
    digest.body = entries + foot
    digest.save(update_fields=["body"])


def _open_digest(to):
    """Return the next digest that nobody has begun to send, and keep it for us."""
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
        queue=_queue_address(),
        waiting=Comment.objects.pending().count(),
        **context,
    )


def _queue_address():
    return absolute(reverse("comment_moderation:index"))
