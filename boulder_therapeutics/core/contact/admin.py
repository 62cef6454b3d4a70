"""Visitors' messages in the admin."""

from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from ..models import ContactMessage

MARKS = [
    BooleanColumn("is_urgent", label="Urgent"),
    BooleanColumn("is_answered", label="Answered"),
]


class MessagePolicy(ModelPermissionPolicy):
    """Only visitors add messages, with the contact form."""

    def user_has_permission(self, user, action):
        """Deny adding messages; other actions depend on the groups of the user."""
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(ContactMessage, MessagePolicy(ContactMessage))


class MessageIndexView(IndexView):
    """The list of messages; those of spam bots are listed only by their filter."""

    def get_base_queryset(self):
        messages = super().get_base_queryset()
        if self.request.GET.get("is_from_bot"):  # empty if another filter is used
            return messages
        return messages.filter(is_from_bot=False)


class InspectMessageView(InspectView):
    """Shows a message, and records in its history who opened it."""

    def get(self, request, *args, **kwargs):
        log(self.object, "core.open_message", user=request.user)
        return super().get(request, *args, **kwargs)


class ContactMessageViewSet(ModelViewSet):
    """The list of messages. Not a snippet, as any editor could choose one of those."""

    model = ContactMessage
    name = "messages"
    form_fields = ["is_answered"]
    icon = "mail"
    menu_label = "Messages"
    add_to_admin_menu = True
    menu_order = 320
    # Without the text: only what is opened is recorded as read.
    list_display = ["name", "service", "created", *MARKS]
    list_filter = ["is_answered", "is_urgent", "is_from_bot"]
    index_view_class = MessageIndexView
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = InspectMessageView
    inspect_view_fields_exclude = ["id", "submission_key"]
