"""Mails to those who comment: only on their wish, confirmed, and until they end it."""

from datetime import timedelta

from django.core import signing
from django.dispatch import receiver
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from boulder_therapeutics.core.http.origin import same_origin_required
from boulder_therapeutics.mail import outbox

from ..display.permalinks import address_of
from ..models import Comment, Subscription
from ..states import status_changed
from .notifications import absolute, render_mail, site_name

# So many a day go to one address that has not answered: it may not be the writer's.
MOST_QUESTIONS = 3
signer = signing.Signer(salt="comments.subscription")
status_signer = signing.Signer(salt="comments.status")
PRIVATE = {"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


def status_path(comment):
    """Return the path that tells the writer of `comment` what became of it."""
    return reverse("comments:show_status", args=[status_signer.sign(comment.pk)])


def subscribe(comment):
    """Ask the writer of a new comment by mail whether the wish for mails is real."""
    if comment.status == Comment.Status.SPAM or not comment.email:
        return
    unanswered = Subscription.objects.filter(
        confirmed=None,
        created__gt=timezone.now() - timedelta(days=1),
        comment__email__iexact=comment.email,
    )
    if unanswered.count() >= MOST_QUESTIONS:
        return
    subscription = Subscription.objects.create(comment=comment)
    _queue("confirm", comment, subscription, "Please confirm: mails about your comment")


@receiver(status_changed)
def tell_readers(sender, comments, **kwargs):
    """Mail to those who wished it that a comment, or an answer to it, is published."""
    for comment in comments:
        if comment.status != Comment.Status.APPROVED:
            continue
        comment.refresh_from_db(fields=["is_visible"])
        if not comment.is_visible:
            continue
        if subscription := _confirmed(comment):
            _queue("published", comment, subscription, "Your comment is published")
        parent = comment.parent
        if parent is None or parent.email.casefold() == comment.email.casefold():
            continue
        if subscription := _confirmed(parent):
            _queue("reply", comment, subscription, "An answer to your comment")


@never_cache
@require_safe
def show_subscription(request, token):
    """Show a reader what can be done about the mails: confirm or end them."""
    context = {"subscription": _find(token), "token": token}
    return TemplateResponse(
        request, "comments/subscription.html", context, headers=PRIVATE
    )


@same_origin_required
def confirm_subscription(request, token):
    """Start the mails."""
    subscription = _find(token)
    if subscription and not subscription.confirmed:
        subscription.confirmed = timezone.now()
        subscription.save()
    return _back(token)


@same_origin_required
def end_subscription(request, token):
    """End the mails, also for a mail program that posts by itself (RFC 8058)."""
    if subscription := _find(token):
        subscription.delete()
    return _back(token)


@never_cache
@require_safe
def show_status(request, token):
    """Tell the writer of a comment whether it waits or is published."""
    try:
        pk = status_signer.unsign(token)
    except signing.BadSignature:
        raise Http404("This link is not valid.") from None
    comment = Comment.objects.select_related("page", "root").filter(pk=pk).first()
    shown = comment and comment.is_visible and comment.page.live
    context = {
        "address": address_of(comment, request) if shown else "",
        "is_waiting": comment and comment.status == Comment.Status.PENDING,
    }
    return TemplateResponse(request, "comments/status.html", context, headers=PRIVATE)


def _find(token):
    """Return the subscription of a link, None for one that has been ended."""
    try:
        pk = signer.unsign(token)
    except signing.BadSignature:
        raise Http404("This link is not valid.") from None
    return Subscription.objects.select_related("comment__page").filter(pk=pk).first()


def _confirmed(comment):
    return Subscription.objects.filter(comment=comment, confirmed__isnull=False).first()


def _back(token):
    address = reverse("comments:show_subscription", args=[token])
    return HttpResponseRedirect(address, status=303)


def _queue(name, comment, subscription, subject):
    token = signer.sign(subscription.pk)
    end = absolute(reverse("comments:end_subscription", args=[token]))
    outbox.queue(
        key=f"comment-{name}-{comment.pk}",
        subject=f"[{site_name()}] {subject}",
        body=render_mail(
            name,
            comment=comment,
            address=absolute(reverse("comments:show_comment", args=[comment.pk])),
            status=absolute(status_path(subscription.comment)),
            mails=absolute(reverse("comments:show_subscription", args=[token])),
        ),
        to=[subscription.comment.email],
        headers={
            "List-Unsubscribe": f"<{end}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
