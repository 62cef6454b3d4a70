"""Emails to readers about their comments: opt-in, confirmed, with one-click opt-out."""

from datetime import timedelta
from functools import partial

from django.core import signing
from django.core.mail import EmailMessage
from django.dispatch import receiver
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from boulder_therapeutics.core.http.origin import same_origin_required
from boulder_therapeutics.mail import outbox

from ..models import Comment, Subscription
from ..states import status_changed
from .notifications import absolute_url, render_mail, site_name

# Unconfirmed requests per email address and day: it may not be the author's.
MAX_REQUESTS_PER_DAY = 3
# Time for moderators to undo an approval: the emails are not sent if it is not visible.
TIME_TO_UNDO = timedelta(minutes=10)
signer = signing.Signer(salt="comments.subscription")
status_signer = signing.Signer(salt="comments.status")
SUBJECTS = {
    "confirm": _("Confirm emails about your comment"),
    "published": _("Your comment is published"),
    "reply": _("New reply to your comment"),
}
PRIVATE_HEADERS = {"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


def status_path(comment):
    """Return the signed path of the page that shows the status of `comment`."""
    return reverse("comments:show_status", args=[status_signer.sign(comment.pk)])


def subscribe(comment, consent):
    """Send the author of a new comment an email to confirm the subscription.

    `consent` is the wording that the author agreed to.
    """
    if comment.status == Comment.Status.SPAM or not comment.email:
        return
    unconfirmed = Subscription.objects.filter(
        confirmed=None,
        created__gt=timezone.now() - timedelta(days=1),
        comment__email__iexact=comment.email,
    )
    if unconfirmed.count() >= MAX_REQUESTS_PER_DAY:
        return
    subscription = Subscription.objects.create(comment=comment, consent=consent)
    _queue("confirm", comment, subscription)


@receiver(status_changed)
def notify_readers(sender, comments, **kwargs):
    """Notify subscribers of their published comments and of published replies."""
    for comment in comments:
        if comment.status != Comment.Status.APPROVED:
            continue
        comment.refresh_from_db(fields=["is_visible"])
        if comment.is_visible:
            _notify_of(comment)


@never_cache
@require_safe
def show_subscription(request, token):
    """Show the page on which a reader confirms or cancels a subscription."""
    context = {"subscription": _find(token), "token": token}
    return TemplateResponse(
        request, "comments/subscription.html", context, headers=PRIVATE_HEADERS
    )


@same_origin_required
def confirm_subscription(request, token):
    subscription = _find(token)
    if subscription and not subscription.confirmed:
        subscription.confirmed = timezone.now()
        subscription.save()
    return _redirect(token)


@same_origin_required
def end_subscription(request, token):
    """Cancel a subscription, also for email programs that POST by RFC 8058."""
    if subscription := _find(token):
        subscription.delete()
    return _redirect(token)


def _notify_of(comment):
    """Queue the emails to the authors of a visible comment and of its parent."""
    if subscription := _confirmed(comment):
        _queue("published", comment, subscription, TIME_TO_UNDO)
    parent = comment.parent
    if parent is None or parent.email.casefold() == comment.email.casefold():
        return
    if subscription := _confirmed(parent):
        _queue("reply", comment, subscription, TIME_TO_UNDO)


def _find(token):
    """Return the subscription, None if it was canceled, or raise Http404."""
    try:
        pk = signer.unsign(token)
    except signing.BadSignature:
        raise Http404("This link is invalid.") from None
    return _find_by_id(pk)


def _find_by_id(pk):
    return Subscription.objects.select_related("comment__page").filter(pk=pk).first()


def _confirmed(comment):
    return Subscription.objects.filter(comment=comment, confirmed__isnull=False).first()


def _redirect(token):
    url = reverse("comments:show_subscription", args=[token])
    return HttpResponseRedirect(url, status=303)


def _queue(name, comment, subscription, delay=timedelta()):
    outbox.queue_rendered(
        f"comments.{name}",
        key=f"comment-{name}-{comment.pk}",
        due=timezone.now() + delay,
        comment=comment.pk,
        subscription=subscription.pk,
    )


def _render(name, comment, subscription):
    """Return an email to a subscriber, None if it is no longer wanted or true.

    It is in the language of the article.

    `comment` is the id of the comment that was published, `subscription` that of the
    reader's, whose own comment may be another one.
    """
    comment = Comment.objects.select_related("page").filter(pk=comment).first()
    subscription = _find_by_id(subscription)
    if comment is None or subscription is None or not subscription.comment.email:
        return None
    is_request = name == "confirm"
    if is_request == bool(subscription.confirmed):
        return None
    if not is_request and not comment.is_visible:
        return None
    with translation.override(comment.page.locale.language_code):
        return _message(name, comment, subscription)


for kind in SUBJECTS:
    outbox.renderer(f"comments.{kind}")(partial(_render, kind))


def _message(name, comment, subscription):
    token = signer.sign(subscription.pk)
    end_url = absolute_url(reverse("comments:end_subscription", args=[token]))
    body = render_mail(
        name,
        comment=comment,
        comment_url=absolute_url(reverse("comments:show_comment", args=[comment.pk])),
        status_url=absolute_url(status_path(subscription.comment)),
        subscription_url=absolute_url(
            reverse("comments:show_subscription", args=[token])
        ),
    )
    return EmailMessage(
        f"[{site_name()}] {SUBJECTS[name]}",
        body,
        to=[subscription.comment.email],
        headers={
            "List-Unsubscribe": f"<{end_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
