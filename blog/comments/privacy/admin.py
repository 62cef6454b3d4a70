"""The admin page to export and erase the data of a reader."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.menu import MenuItem

from boulder_therapeutics.core.privacy.messages import log_opened, messages_from

from .personal_data import comments_by_email, download, erase

PERMISSION = "comments.erase_comment"


@permission_required(PERMISSION)
@require_http_methods(["GET", "HEAD", "POST"])
def show_reader_data(request):
    """Find comments and contact messages by email; download or erase them."""
    email = request.GET.get("email", "").strip()
    if request.method == "POST":
        erased = erase(email, with_text="text" in request.POST, user=request.user)
        messages.success(
            request,
            f"Comments anonymized: {erased.comments}. "
            f"Messages deleted: {erased.messages}.",
        )
        return redirect(f"{request.path}?{urlencode({'email': email})}")
    if "download" in request.GET:
        log_opened(email, request.user)
        return download(email)
    context = {
        "email": email,
        "comments": comments_by_email(email),
        "contact_messages": messages_from(email),
    }
    return TemplateResponse(request, "comments/reader_data.html", context)


class ReaderDataMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def register_urls():
    return [path("reader-data/", show_reader_data, name="show_reader_data")]


@hooks.register("register_settings_menu_item")
def register_menu_item():
    url = reverse("show_reader_data")
    return ReaderDataMenuItem("Reader data", url, icon_name="user", order=900)


@hooks.register("register_log_actions")
def register_log_action(actions):
    actions.register_action("comments.erase", "Anonymize", "Comment anonymized")
