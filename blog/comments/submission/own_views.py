"""The private page of a comment, on which its author can edit and delete it."""

from functools import wraps

from django.core import signing
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from boulder_therapeutics.core.http.client import client_ip
from boulder_therapeutics.core.http.origin import same_origin_required

from ..display.permalinks import comment_url
from ..mail.subscriptions import PRIVATE_HEADERS, status_path, status_signer
from ..models import Comment, CommentSettings
from .forms import TextForm
from .limits import check_rate
from .own import PERIOD, delete_own, edit_own, may_change
from .refusal import Refusal


def find_own(view):
    """Give `view` the comment of the signed token, None if it has been deleted."""

    @wraps(view)
    def wrapper(request, token):
        try:
            pk = status_signer.unsign(token)
        except signing.BadSignature:
            raise Http404("This link is invalid.") from None
        comments = Comment.objects.select_related("page__locale", "root")
        return view(request, comments.filter(pk=pk).first(), token)

    return wrapper


@never_cache
@require_safe
@find_own
def show_status(request, comment, token):
    """Show the author of a comment whether it is pending or published."""
    is_shown = comment and comment.is_visible and comment.page.live
    url = comment_url(comment, request) if is_shown else ""
    return _render(request, "status", comment, token, url=url)


@never_cache
@require_safe
@find_own
def show_edit_form(request, comment, token):
    """Show the form for the text, or why it cannot be changed."""
    form = TextForm(initial={"text": comment.text if comment else ""})
    return _render(request, "edit_own", comment, token, form=form)


@same_origin_required
@find_own
def edit_comment(request, comment, token):
    """Change the text of a comment; show the form again with any errors."""
    form = TextForm({"text": request.POST.get("text", "")})
    if not form.is_valid():
        return _render(request, "edit_own", comment, token, 422, form=form)
    try:
        check_rate("edit", client_ip(request), CommentSettings.load(request))
    except Refusal as refusal:
        form.add_error("text", str(refusal))
        response = _render(request, "edit_own", comment, token, 429, form=form)
        response["Retry-After"] = refusal.wait
        return response
    if comment and edit_own(comment.pk, form.cleaned_data["text"]):
        return HttpResponseRedirect(f"{status_path(comment)}?done=edited", status=303)
    return _render(request, "edit_own", None, token, 409, form=form)


@same_origin_required
@find_own
def delete_comment(request, comment, token):
    """Delete a comment, or show on its page that it is too late."""
    is_gone = comment is None or delete_own(comment.pk)
    result = "deleted" if is_gone else "too-late"
    url = reverse("comments:show_status", args=[token])
    return HttpResponseRedirect(f"{url}?done={result}", status=303)


def _render(request, name, comment, token, status=200, **context):
    context |= {
        "comment": comment,
        "is_pending": comment and comment.status == Comment.Status.PENDING,
        "may_change": may_change(comment),
        "until": comment and comment.created + PERIOD,
        "token": token,
    }
    template = f"comments/{name}.html"
    return TemplateResponse(
        request, template, context, status=status, headers=PRIVATE_HEADERS
    )
