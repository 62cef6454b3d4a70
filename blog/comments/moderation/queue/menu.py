from ...models import Comment


def pending_count(request):
    """Return how many comments wait, counted once a request."""
    if not hasattr(request, "pending_comments"):
        request.pending_comments = Comment.objects.pending().count()
    return request.pending_comments


class PendingCountMixin:
    """A menu item that says how many comments wait."""

    def render_component(self, request):
        # The item itself is shared by all requests, so only what it renders may change.
        item = super().render_component(request)
        if waiting := pending_count(request):
            item.label = f"{item.label} ({waiting})"
        return item
