from wagtail.admin.menu import SubmenuMenuItem

from ...models import Comment


def pending_count(request):
    """Return the number of pending comments, counted once per request."""
    if not hasattr(request, "pending_comments"):
        request.pending_comments = Comment.objects.pending().count()
    return request.pending_comments


class PendingCountMixin:
    """A menu item whose label includes the number of pending comments."""

    def render_component(self, request):
        # Change the rendered component only: all requests share the menu item.
        item = super().render_component(request)
        if count := pending_count(request):
            item.label = f"{item.label} ({count})"
        return item


class CommentsMenuItem(PendingCountMixin, SubmenuMenuItem):
    """The menu of comments, with the number of pending ones."""
