from wagtail import hooks
from wagtail.permissions import register_permission_policy

from .display.structured_data import add_comments
from .models import Comment
from .models.comment import MODERATE
from .moderation import log
from .moderation.deletion import DeletePagesBulkAction, warn_of_comments
from .moderation.permissions import ModerationPolicy
from .moderation.queue.panels import WaitingCommentsPanel
from .moderation.viewsets import CommentViewSet

register_permission_policy(Comment, ModerationPolicy(Comment))

hooks.register("register_log_actions", log.register)
# After the blog's, which describes the article.
hooks.register("construct_structured_data", add_comments, order=10)
# After Wagtail's own, which it replaces.
hooks.register("register_bulk_action", DeletePagesBulkAction, order=10)


@hooks.register("register_admin_viewset")
def register_comments():
    """The queue, its menu item and its addresses."""
    return CommentViewSet()


@hooks.register("construct_homepage_panels")
def add_waiting_comments(request, panels):
    """Show moderators on the dashboard who waits."""
    if request.user.has_perm(MODERATE):
        panels.append(WaitingCommentsPanel())


@hooks.register("before_delete_page")
def warn_before_deletion(request, page):
    """Say how many comments a page takes along."""
    if request.method == "GET":
        warn_of_comments(request, [page])
