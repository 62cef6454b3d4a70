"""What is kept about a reader, for those in the admin who may erase it."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.menu import MenuItem

from .personal_data import comments_of, erase, export

PERMISSION = "comments.erase_comment"


@permission_required(PERMISSION)
@require_http_methods(["GET", "HEAD", "POST"])
def show_reader_data(request):
    """Find the comments of an email; hand them out, or take their writer out."""
    email = request.GET.get("email", "").strip()
    if request.method == "POST":
        count = erase(email, with_text="text" in request.POST, user=request.user)
        messages.success(request, f"Anonymized comments: {count}")
        return redirect(f"{request.path}?{urlencode({'email': email})}")
    if "download" in request.GET:
        return JsonResponse(
            export(email),
            safe=False,
            headers={"Content-Disposition": 'attachment; filename="comments.json"'},
        )
    context = {"email": email, "comments": comments_of(email)}
    return TemplateResponse(request, "comments/reader_data.html", context)


class ReaderDataMenuItem(MenuItem):
    """Shown to those who may use it."""

    def is_shown(self, request):
        """Ask for the permission."""
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def register_address():
    """The address in the admin."""
    return [path("reader-data/", show_reader_data, name="show_reader_data")]


@hooks.register("register_settings_menu_item")
def register_menu_item():
    """The menu item among the settings."""
    url = reverse("show_reader_data")
    return ReaderDataMenuItem("Reader data", url, icon_name="user", order=900)


@hooks.register("register_log_actions")
def register_log_action(actions):
    """The name of the entry in Wagtail's history."""
    actions.register_action("comments.erase", "Anonymize", "Comment anonymized")
