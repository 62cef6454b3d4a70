"""Links in emails to moderators, each for one action.

Following a link only shows a page with a button, because mail scanners open links.
"""

from datetime import timedelta

from django.core import signing
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from boulder_therapeutics.core.http.client import staff_user
from boulder_therapeutics.core.http.origin import accept_form
from boulder_therapeutics.core.names import public_name

from .. import states
from ..models import Comment

SALT = "comments.mail"
SPAM_SALT = "comments.mail.spam"
PRIVATE_HEADERS = {"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}
MAX_AGE = timedelta(days=7)
ACTIONS = {
    "approve": ("Approve", Comment.Status.APPROVED),
    "spam": ("Mark as spam", Comment.Status.SPAM),
    "trash": ("Move to trash", Comment.Status.TRASH),
}


def action_links(comment, actions):
    """Return the label and the signed path for each of `actions` on `comment`."""
    return [(ACTIONS[name][0], _path(comment.pk, name)) for name in actions]


def spam_link(comments):
    """Return the signed path for marking all `comments`, as they are now, as spam."""
    ids = [comment.pk for comment in comments]
    seen = timezone.now().isoformat()
    token = signing.dumps([ids, seen], salt=SPAM_SALT, compress=True)
    return reverse("comments:mark_as_spam_by_link", args=[token])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@accept_form
def moderate_by_link(request, token):
    """Show the action of an email link with a button; perform it on POST."""
    pk, name = _read(token)
    now = timezone.now()
    comments = Comment.objects.select_related("page", "status_changed_by")
    comment = comments.filter(pk=pk).first()
    label, status = ACTIONS[name]
    context = {"comment": comment, "label": label, "status": status, "seen": now}
    if comments.filter(pk=pk).edited_since(request.POST.get("seen", "")).exists():
        context["edited"] = True
    elif request.method == "POST" and comment:
        changed = states.set_status([pk], status, staff_user(request))
        comment.refresh_from_db()
        context["done"] = bool(changed)
    if comment and comment.status_changed_by:
        context["decided_by"] = public_name(comment.status_changed_by)
    return TemplateResponse(
        request,
        "comments/moderate_by_link.html",
        context,
        headers=PRIVATE_HEADERS,
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@accept_form
def mark_as_spam_by_link(request, token):
    """Show which comments of a digest still wait; mark them as spam on POST.

    Urgent comments, and those edited since the email, are left alone.
    """
    ids, seen = _read(token, SPAM_SALT)
    waiting = Comment.objects.pending().filter(pk__in=ids, is_urgent=False)
    waiting = waiting.exclude(edited__gt=seen)
    context = {"comments": list(waiting.select_related("page"))}
    if request.method == "POST":
        ids = [comment.pk for comment in context["comments"]]
        changed = states.set_status(ids, Comment.Status.SPAM, staff_user(request))
        context = {"done": len(changed)}
    template = "comments/mark_as_spam_by_link.html"
    return TemplateResponse(request, template, context, headers=PRIVATE_HEADERS)


def _path(pk, name):
    token = signing.dumps([pk, name], salt=SALT)
    return reverse("comments:moderate_by_link", args=[token])


def _read(token, salt=SALT):
    try:
        return signing.loads(token, salt=salt, max_age=MAX_AGE)
    except signing.BadSignature:
        raise Http404("This link is invalid or has expired.") from None
