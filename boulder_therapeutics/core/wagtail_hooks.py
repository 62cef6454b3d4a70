from django.templatetags.static import static
from django.utils.html import format_html

from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .links import PageLinkHandler
from .models import ContactMessage, Person


class MessagePolicy(ModelPermissionPolicy):
    """Messages come from visitors: nobody adds one in the admin."""

    def user_has_permission(self, user, action):
        """Refuse to add, and leave the rest to the group's permissions."""
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(ContactMessage, MessagePolicy(ContactMessage))


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    add_to_admin_menu = True
    menu_order = 310
    list_display = ["name", "role", "is_therapist"]
    copy_view_enabled = False


class ContactMessageViewSet(ModelViewSet):
    """Messages in the admin. No snippet: any of the staff could choose one."""

    model = ContactMessage
    name = "messages"
    form_fields = ["is_answered"]
    icon = "mail"
    menu_label = "Messages"
    add_to_admin_menu = True
    menu_order = 320
    list_display = ["name", "reply_to", "text", "created", "is_answered"]
    list_filter = ["is_answered"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields_exclude = ["id", "submission_key"]


register_snippet(PersonViewSet)


@hooks.register("register_admin_viewset")
def register_messages():
    """Show visitors' messages to those who may read them."""
    return ContactMessageViewSet()


@hooks.register("insert_global_admin_css")
def add_brand_colors():
    """Give the admin the clinic's colors."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("register_rich_text_features", order=1)
def replace_page_links(features):
    """Load the pages of rich text links with fewer queries."""
    features.register_link_type(PageLinkHandler)
