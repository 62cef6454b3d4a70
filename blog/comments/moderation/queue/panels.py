from wagtail.admin.ui.components import Component

from ...models import Comment
from .menu import pending_count
from .rows import RELATED, prepare

SHOWN = 5


class WaitingCommentsPanel(Component):
    """On the dashboard: who has waited longest for a moderator."""

    name = "waiting_comments"
    template_name = "comments/moderation/panel.html"
    order = 100

    class Media:
        css = {"all": ["css/admin-comments.css"]}

    def get_context_data(self, parent_context):
        longest = Comment.objects.pending().select_related(*RELATED)
        return {
            "waiting": pending_count(parent_context["request"]),
            "comments": prepare(longest[:SHOWN]),
        }
