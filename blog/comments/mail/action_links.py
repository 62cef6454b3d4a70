"""Links in mails to moderators: each does one thing, and only on the button's press."""

from datetime import timedelta

from django.core import signing
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from boulder_therapeutics.core.http.client import staff_user

from .. import states
from ..models import Comment

SALT = "comments.mail"
GOOD_FOR = timedelta(days=7)
ACTIONS = {
    "approve": ("Approve", Comment.Status.APPROVED),
    "spam": ("Mark as spam", Comment.Status.SPAM),
    "trash": ("Move to trash", Comment.Status.TRASH),
}


def action_links(comment, actions):
    """Return the label and the signed path of each of `actions` on `comment`."""
    return [(ACTIONS[name][0], _path(comment.pk, name)) for name in actions]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act_from_mail(request, token):
    """Show what a link of a mail would do; the button there does it."""
    pk, name = _read(token)
    comment = Comment.objects.select_related("page", "status_changed_by").filter(pk=pk)
    comment = comment.first()
    label, status = ACTIONS[name]
    context = {"comment": comment, "label": label, "status": status}
    if request.method == "POST" and comment:
        moved = states.set_status([pk], status, staff_user(request))
        comment.refresh_from_db()
        context["done"] = bool(moved)
    return TemplateResponse(
        request,
        "comments/act.html",
        context,
        headers={"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"},
    )


def _path(pk, name):
    return reverse(
        "comments:act_from_mail", args=[signing.dumps([pk, name], salt=SALT)]
    )


def _read(token):
    try:
        return signing.loads(token, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        raise Http404("This link is not valid any more.") from None
