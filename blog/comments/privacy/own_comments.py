"""Pages on which readers see and erase their own comments, by a signed link."""

from django import forms
from django.core import signing
from django.core.exceptions import BadRequest
from django.core.mail import EmailMessage
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from boulder_therapeutics.core.http.origin import same_origin_required
from boulder_therapeutics.mail import outbox

from .. import states
from ..mail.notifications import absolute_url, render_mail, site_name
from ..mail.subscriptions import PRIVATE_HEADERS, status_path
from ..models import Comment
from ..models.comment import EMAIL_LIMIT
from ..submission.own import may_change
from .personal_data import comments_by_email, download, erase

SALT = "comments.own-list"
MAX_AGE_SECONDS = 24 * 60 * 60
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
    if comment := comments_by_email(form.cleaned_data["email"]).first():
        _queue_link(comment)
    url = reverse("comments:request_own_comments")
    return HttpResponseRedirect(f"{url}?sent=1", status=303)


@never_cache
@require_safe
def show_own_comments(request, token):
    """Show readers their own comments, or send them as a JSON file."""
    email = _read(token)
    if "download" in request.GET:
        return download(email)
    comments = list(comments_by_email(email))
    for comment in comments:
        comment.own_url = status_path(comment) if may_change(comment) else ""
    context = {"comments": comments, "token": token}
    return TemplateResponse(
        request, "comments/own_comments.html", context, headers=PRIVATE_HEADERS
    )


@same_origin_required
def change_own_comments(request, token):
    """Anonymize or delete all comments of the link's email address."""
    email, action = _read(token), request.POST.get("action")
    if action == "anonymize":
        erase(email)
    elif action == "delete":
        states.delete(list(comments_by_email(email).values_list("pk", flat=True)))
    else:
        raise BadRequest("Unknown action.")
    url = reverse("comments:show_own_comments", args=[token])
    return HttpResponseRedirect(f"{url}?done=1", status=303)


def _queue_link(comment):
    """Queue the email, at most once an hour per address."""
    digest = salted_hmac(SALT, comment.email.casefold(), algorithm="sha256").hexdigest()
    key = f"comment-own-{digest[:32]}-{timezone.now():%Y%m%d%H}"
    outbox.queue_rendered("comments.own_comments", key=key, comment=comment.pk)


@outbox.renderer("comments.own_comments")
def render_link(comment):
    """Return the email with the link, to the author of `comment`."""
    comment = Comment.objects.exclude(email="").filter(pk=comment).first()
    if comment is None:
        return None
    token = signing.dumps(comment.email, salt=SALT)
    url = absolute_url(reverse("comments:show_own_comments", args=[token]))
    body = render_mail("own_comments", url=url)
    subject = "[{}] {}".format(site_name(), gettext("Your comments"))
    return EmailMessage(subject, body, to=[comment.email])


def _read(token):
    try:
        return signing.loads(token, salt=SALT, max_age=MAX_AGE_SECONDS)
    except signing.BadSignature:
        raise Http404("This link is invalid or has expired.") from None
