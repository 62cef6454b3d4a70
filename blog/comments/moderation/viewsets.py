from functools import wraps

from django.http import Http404
from django.shortcuts import redirect
from django.urls import path

from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Comment
from . import views
from .forms import RedactForm
from .queue.menu import PendingCountMixin
from .queue.messages import add_deleted_message


def redirect_if_deleted(view):
    """Show a message instead of a 404 for a comment that has been deleted."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Http404:
            add_deleted_message(request)
            return redirect("comment_moderation:index")

    return wrapper


class CommentViewSet(ModelViewSet):
    """The moderation queue and the pages for single comments."""

    model = Comment
    name = "comment_moderation"
    url_prefix = "comments"
    icon = "comment"
    menu_label = "Comments"
    menu_name = "comments"
    menu_order = 150
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = views.QueueView

    @property
    def menu_item_class(self):
        return type("CommentMenuItem", (PendingCountMixin, super().menu_item_class), {})

    def get_form_class(self, for_update=False):
        return RedactForm

    def get_urlpatterns(self):
        single = {
            "reply": self.construct_view(views.ReplyView),
            "edit": self.construct_view(views.RedactView),
            "block": self.construct_view(views.BlockView),
            "history": self.history_view,
            "history_results": self.history_results_view,
        }
        return [
            path("", self.construct_view(views.QueueView), name="index"),
            path("confirm/", views.ConfirmView.as_view(), name="confirm"),
            path("act/", views.ActionView.as_view(), name="act"),
            path("undo/<int:pk>/", views.UndoView.as_view(), name="undo"),
            *[
                path(f"{name}/<int:pk>/", redirect_if_deleted(view), name=name)
                for name, view in single.items()
            ],
        ]
