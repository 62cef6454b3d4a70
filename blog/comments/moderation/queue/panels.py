from wagtail.admin.ui.components import Component

from ...models import Comment
from ...reports.moderation import reported_comments
from .menu import pending_count
from .rows import RELATED, add_row_details

MAX_COMMENTS = 5


class PendingCommentsPanel(Component):
    """The dashboard panel with urgent comments and those pending longest."""

    name = "pending_comments"
    template_name = "comments/moderation/panel.html"
    order = 100

    class Media:
        css = {"all": ["css/admin-comments.css"]}

    def get_context_data(self, parent_context):
        pending = Comment.objects.pending().select_related(*RELATED)
        pending = pending.order_by("-is_urgent", "created", "pk")
        return {
            "pending_count": pending_count(parent_context["request"]),
            "reported_count": reported_comments().count(),
            "comments": add_row_details(pending[:MAX_COMMENTS]),
        }
