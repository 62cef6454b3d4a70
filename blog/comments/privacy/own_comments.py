"""What readers can do with their own comments, by a link in a mail to them."""

import hashlib

from django import forms
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from boulder_therapeutics.core.http.origin import same_origin_required
from boulder_therapeutics.mail import outbox

from .. import states
from ..mail.notifications import absolute, render_mail, site_name
from ..mail.subscriptions import PRIVATE
from ..models.comment import EMAIL_LIMIT
from .personal_data import comments_of, erase, export

SALT = "comments.own-list"
GOOD_FOR_SECONDS = 24 * 60 * 60
WRONG = "Enter a valid email address, like name@example.com."


class OwnForm(forms.Form):
    """The email whose comments a reader wants to see."""

    email = forms.EmailField(
        max_length=EMAIL_LIMIT,
        error_messages=dict.fromkeys(["required", "invalid", "max_length"], WRONG),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )

    def clean(self):
        """Say once what is wrong."""
        if self.errors:
            self.errors["email"] = self.error_class([WRONG])


@require_safe
def ask_for_own(request):
    """Ask for the email whose comments a reader wants to see."""
    return TemplateResponse(request, "comments/ask_for_own.html", {"form": OwnForm()})


@same_origin_required
def send_own_link(request):
    """Mail the link; the answer does not tell whether the email is known."""
    form = OwnForm({"email": request.POST.get("email", "").replace("\0", "\ufffd")})
    if not form.is_valid():
        context = {"form": form}
        return TemplateResponse(
            request, "comments/ask_for_own.html", context, status=422
        )
    email = form.cleaned_data["email"]
    if comments_of(email).exists():
        _mail_link(email)
    return HttpResponseRedirect(reverse("comments:ask_for_own") + "?sent=1", status=303)


@never_cache
@require_safe
def show_own(request, token):
    """Show a reader the own comments, or hand them out as a file."""
    email = _read(token)
    if "download" in request.GET:
        response = JsonResponse(export(email), safe=False)
        response["Content-Disposition"] = 'attachment; filename="comments.json"'
        return response
    context = {"comments": comments_of(email), "token": token}
    return TemplateResponse(request, "comments/own.html", context, headers=PRIVATE)


@same_origin_required
def change_own(request, token):
    """Anonymize or delete the own comments."""
    email, action = _read(token), request.POST.get("action")
    if action == "anonymize":
        erase(email)
    elif action == "delete":
        states.delete(list(comments_of(email).values_list("pk", flat=True)))
    else:
        raise BadRequest("Unknown action.")
    address = reverse("comments:show_own", args=[token])
    return HttpResponseRedirect(f"{address}?done=1", status=303)


def _mail_link(email):
    """Queue the mail, once an hour for each email."""
    path = reverse("comments:show_own", args=[signing.dumps(email, salt=SALT)])
    who = hashlib.sha256(email.casefold().encode()).hexdigest()[:32]
    outbox.queue(
        key=f"comment-own-{who}-{timezone.now():%Y%m%d%H}",
        subject=f"[{site_name()}] Your comments",
        body=render_mail("own", address=absolute(path)),
        to=[email],
    )


def _read(token):
    try:
        return signing.loads(token, salt=SALT, max_age=GOOD_FOR_SECONDS)
    except signing.BadSignature:
        raise Http404("This link is not valid any more.") from None
