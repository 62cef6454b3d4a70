from wagtail import hooks
from wagtail.permissions import register_permission_policy

from .display.structured_data import add_comments
from .models import Block, Comment
from .models.comment import MODERATE
from .moderation import log
from .moderation.deletion import DeletePagesBulkAction, warn_about_comments
from .moderation.permissions import BlockPolicy, ModerationPolicy
from .moderation.queue.panels import PendingCommentsPanel
from .moderation.viewsets import CommentsGroup

register_permission_policy(Block, BlockPolicy(Block))
register_permission_policy(Comment, ModerationPolicy(Comment))

hooks.register("register_log_actions", log.register)
# After the blog's, which describes the article.
hooks.register("construct_structured_data", add_comments, order=10)
# Ordered after Wagtail's own action, which it replaces.
hooks.register("register_bulk_action", DeletePagesBulkAction, order=10)


@hooks.register("register_admin_viewset")
def register_comment_viewsets():
    return CommentsGroup()


@hooks.register("construct_homepage_panels")
def add_pending_comments_panel(request, panels):
    if request.user.has_perm(MODERATE):
        panels.append(PendingCommentsPanel())


@hooks.register("before_delete_page")
def warn_before_deletion(request, page):
    """Show how many comments will be deleted with the page."""
    if request.method == "GET":
        warn_about_comments(request, [page])
