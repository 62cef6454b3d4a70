"""Pages on which readers see and erase what they have sent, by a signed link."""

from django import forms
from django.core import signing
from django.core.exceptions import BadRequest
from django.core.mail import EmailMessage
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from boulder_therapeutics.core.http.client import client_ip
from boulder_therapeutics.core.http.origin import same_origin_required
from boulder_therapeutics.core.models import ContactMessage
from boulder_therapeutics.core.privacy.messages import delete_messages, messages_from
from boulder_therapeutics.core.submission.limits import too_many
from boulder_therapeutics.core.submission.networks import household
from boulder_therapeutics.core.submission.throttle import Throttle
from boulder_therapeutics.core.submission.timing import QUEUE_SECONDS, at_least
from boulder_therapeutics.mail import outbox

from ..mail.notifications import absolute_url, render_mail, site_name
from ..mail.subscriptions import PRIVATE_HEADERS, status_path
from ..models import Comment
from ..models.comment import EMAIL_LIMIT
from ..submission.own import may_change
from .personal_data import (
    anonymize_comments,
    comments_by_email,
    delete_comments,
    download,
)

SALT = "comments.own-list"
MAX_AGE_SECONDS = 24 * 60 * 60
LINKS = Throttle("own-comments", limit=10, seconds=60 * 60)
INVALID_EMAIL = _("Enter a valid email address, like name@example.com.")
FORM_TEMPLATE = "comments/request_own_comments.html"


class EmailForm(forms.Form):
    """The email address with which a reader posted comments."""

    email = forms.EmailField(
        label=_("Email"),
        max_length=EMAIL_LIMIT,
        error_messages=dict.fromkeys(
            ["required", "invalid", "max_length"], INVALID_EMAIL
        ),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )

    def clean(self):
        """Show one message even if several validators fail."""
        if self.errors:
            self.errors["email"] = self.error_class([INVALID_EMAIL])


CHANGES = {
    "anonymize": anonymize_comments,
    "delete": delete_comments,
    "delete_messages": lambda email: delete_messages(messages_from(email)),
}


@require_safe
def request_own_comments(request):
    """Show the form that requests a link to one's own comments."""
    return TemplateResponse(request, FORM_TEMPLATE, {"form": EmailForm()})


@same_origin_required
def send_own_comments_link(request):
    """Email the link. The response does not reveal whether the email is known."""
    form = EmailForm({"email": request.POST.get("email", "").replace("\0", "\ufffd")})
    if not form.is_valid():
        return TemplateResponse(request, FORM_TEMPLATE, {"form": form}, status=422)
    network = household(client_ip(request))
    if wait := LINKS.attempt(network):
        form.add_error("email", too_many(wait))
        response = TemplateResponse(request, FORM_TEMPLATE, {"form": form}, status=429)
        response["Retry-After"] = wait
        return response
    with at_least(QUEUE_SECONDS):
        _queue_link(form.cleaned_data["email"])
    url = reverse("comments:request_own_comments")
    return HttpResponseRedirect(f"{url}?sent=1", status=303)


@never_cache
@require_safe
def show_own_comments(request, token):
    """Show readers their comments and messages, or send them as a JSON file."""
    email = _read(token)
    if "download" in request.GET:
        return download(email)
    comments = list(comments_by_email(email))
    for comment in comments:
        comment.own_url = status_path(comment) if may_change(comment) else ""
    context = {
        "comments": comments,
        "contact_messages": messages_from(email),
        "token": token,
    }
    return TemplateResponse(
        request, "comments/own_comments.html", context, headers=PRIVATE_HEADERS
    )


@same_origin_required
def change_own_comments(request, token):
    """Anonymize or delete all comments or messages of the link's email address."""
    email = _read(token)
    try:
        change = CHANGES[request.POST.get("action")]
    except KeyError:
        raise BadRequest("Unknown action.") from None
    change(email)
    url = reverse("comments:show_own_comments", args=[token])
    return HttpResponseRedirect(f"{url}?done=1", status=303)


def _queue_link(email):
    """Queue the email if anything of this address is stored, at most once an hour."""
    found = {"comment": comments_by_email(email), "message": messages_from(email)}
    ids = {
        name: rows.values_list("pk", flat=True).first() for name, rows in found.items()
    }
    if any(ids.values()):
        digest = salted_hmac(SALT, email.casefold(), algorithm="sha256").hexdigest()
        key = f"comment-own-{digest[:32]}-{timezone.now():%Y%m%d%H}"
        language = get_language()
        outbox.queue_rendered(
            "comments.own_comments", key=key, language=language, **ids
        )


@outbox.renderer("comments.own_comments")
def render_link(comment, message, language):
    """Return the email with the link to the author of a comment or a message.

    In the language of the page on which they asked for it.
    """
    emails = [
        *Comment.objects.filter(pk=comment).values_list("email", flat=True),
        *ContactMessage.objects.filter(pk=message).values_list("reply_to", flat=True),
    ]
    if not any(emails):
        return None
    email = next(filter(None, emails))
    token = signing.dumps(email, salt=SALT)
    with translation.override(language):
        url = reverse("comments:show_own_comments", args=[token])
        return EmailMessage(
            "[{}] {}".format(site_name(), gettext("Your comments and messages")),
            render_mail("own_comments", url=absolute_url(url)),
            to=[email],
        )


def _read(token):
    try:
        return signing.loads(token, salt=SALT, max_age=MAX_AGE_SECONDS)
    except signing.BadSignature:
        raise Http404("This link is invalid or has expired.") from None
