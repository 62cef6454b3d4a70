from functools import wraps

from django.forms import modelform_factory
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path

from wagtail.admin.menu import Menu
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Block, Comment
from . import views
from .forms import RedactForm
from .queue.menu import CommentsMenuItem, PendingCountMixin
from .queue.messages import add_deleted_message, add_finished_message


def redirect_if_deleted(view, add_message=add_deleted_message):
    """Show a message instead of a 404 for a comment that has been deleted."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Http404:
            add_message(request)
            return redirect("comment_moderation:index")

    return wrapper


class CommentViewSet(ModelViewSet):
    """The moderation queue and the pages for single comments."""

    model = Comment
    name = "comment_moderation"
    url_prefix = "comments"
    icon = "comment"
    menu_label = "Queue"
    menu_name = "comment-queue"
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
            path(
                "progress/<int:pk>/",
                redirect_if_deleted(views.ProgressView.as_view(), add_finished_message),
                name="progress",
            ),
            *[
                path(f"{name}/<int:pk>/", redirect_if_deleted(view), name=name)
                for name, view in single.items()
            ],
        ]


class BlockViewSet(ModelViewSet):
    """The list of blocked senders."""

    model = Block
    name = "comment_blocks"
    url_prefix = "comments/blocks"
    icon = "no-view"
    menu_label = "Blocked senders"
    menu_name = "blocked-senders"
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = views.BlockIndexView
    add_view_class = views.BlockAddView
    edit_view_class = views.BlockEditView
    delete_view_class = views.UnblockView
    delete_template_name = "comments/moderation/unblock.html"
    list_filter = ["kind"]
    search_fields = ["value", "reason"]
    search_backend_name = None

    def get_form_fields(self):
        return ["value", "reason"]

    def get_form_class(self, for_update=False):
        """Return a form that cannot change whom a block has caught comments of."""
        if for_update:
            return modelform_factory(Block, fields=["reason"])
        return super().get_form_class(for_update)


class CommentsGroup(ViewSetGroup):
    """The menu of comments."""

    items = [CommentViewSet, BlockViewSet]
    menu_label = "Comments"
    menu_name = "comments"
    menu_icon = "comment"
    menu_order = 150

    def get_menu_item(self, order=None):
        return CommentsMenuItem(
            self.menu_label,
            Menu(items=self.get_submenu_items()),
            name=self.menu_name,
            icon_name=self.menu_icon,
            order=self.get_menu_item_order(order),
        )
