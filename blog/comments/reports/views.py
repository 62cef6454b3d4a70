"""The page on which readers report a comment, without an account."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from boulder_therapeutics.core.http.client import client_ip
from boulder_therapeutics.core.http.origin import same_origin_required

from ..models import Comment, CommentSettings
from ..submission.refusal import Refusal
from ..submission.views import find_page
from .create import report_comment
from .forms import ReportForm


@require_safe
def show_report_form(request, pk):
    """Show the form, the same for every visitor; or thanks, once it was sent."""
    return _render(request, _find(request, pk), ReportForm())


@same_origin_required
def send_report(request, pk):
    """Store a report; the response to spam bots is the same."""
    comment, form = _find(request, pk), ReportForm(request.POST)
    if not form.is_valid():
        return _render(request, comment, form, status=422)
    if not form.is_from_program:
        settings, ip = CommentSettings.load(request), client_ip(request)
        try:
            report_comment(comment, form.cleaned_data["reason"], ip, settings)
        except Refusal as refusal:
            return _refuse(request, comment, form, refusal)
    url = reverse("comments:show_report_form", args=[pk])
    return HttpResponseRedirect(f"{url}?sent=1", status=303)


def _find(request, pk):
    """Return a comment that the visitor may read, or raise Http404."""
    visible = Comment.objects.visible().select_related("page__locale")
    comment = get_object_or_404(visible, pk=pk)
    find_page(request, comment.page_id)
    return comment


def _refuse(request, comment, form, refusal):
    form.add_error(None, refusal.message)
    response = _render(request, comment, form, status=refusal.status)
    response["Retry-After"] = refusal.wait
    return response


def _render(request, comment, form, status=200):
    context = {"comment": comment, "form": form}
    return TemplateResponse(
        request,
        "comments/report.html",
        context,
        status=status,
        headers={"X-Robots-Tag": "noindex"},
    )
