"""The list of blocked senders."""

from django.urls import reverse
from django.utils.http import urlencode

from wagtail.admin.ui.tables import DateColumn, NumberColumn, UserColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets import Button

from ...models import Block


class BlockIndexView(generic.IndexView):
    """The blocked senders, with who blocked them and why."""

    page_title = "Blocked senders"
    add_item_label = "Block a sender"
    list_display = [
        "value",
        "kind",
        "reason",
        UserColumn("user", label="Blocked by"),
        DateColumn("created", label="Blocked", sort_key="created"),
        NumberColumn("caught", label="Comments caught", sort_key="caught"),
    ]

    def get_list_more_buttons(self, instance):
        edit, delete = self.get_edit_url(instance), self.get_delete_url(instance)
        return [
            Button("Show comments", _comments_url(instance), icon_name="comment"),
            Button("Edit reason", edit, icon_name="edit"),
            Button("Unblock", delete, icon_name="bin"),
        ]


class BlockAddView(generic.CreateView):
    page_title = "Block a sender"

    def get_initial_form_instance(self):
        return Block(user=self.request.user)

    def get_success_message(self, instance):
        return f"{instance.value} is blocked."


class BlockEditView(generic.EditView):
    page_title = "Edit reason"

    def get_page_subtitle(self):
        return self.object.value


class UnblockView(generic.DeleteView):
    page_title = "Unblock"
    success_message = "The sender is no longer blocked."

    def get_page_subtitle(self):
        return self.object.value

    @property
    def confirmation_message(self):
        return (
            f"Stop marking new comments from {self.object.value} as spam? "
            "The comments that were caught stay in spam."
        )


def _comments_url(block):
    query = urlencode({"status": "all", "sender": block.value})
    return f"{reverse('comment_moderation:index')}?{query}"
