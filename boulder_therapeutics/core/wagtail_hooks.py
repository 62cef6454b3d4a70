from django.templatetags.static import static
from django.utils.html import format_html

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .contact.admin import ContactMessageViewSet
from .links import PageLinkHandler
from .models import Person


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    add_to_admin_menu = True
    menu_order = 310
    list_display = ["name", "role", "is_therapist", "license_expires"]
    copy_view_enabled = False


register_snippet(PersonViewSet)


@hooks.register("register_admin_viewset")
def register_messages():
    """Add visitors' messages to the admin."""
    return ContactMessageViewSet()


@hooks.register("register_log_actions")
def register_message_opened(actions):
    """Add the label of opening a message to Wagtail's history."""
    actions.register_action("core.open_message", "Open message", "Message opened")


@hooks.register("insert_global_admin_css")
def add_brand_colors():
    """Use the clinic's colors in the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("register_rich_text_features", order=1)
def replace_page_links(features):
    """Load the pages of rich text links with fewer queries."""
    features.register_link_type(PageLinkHandler)
