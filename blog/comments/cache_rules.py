"""Cache rules for comments: articles, lists that show counts, and feeds."""

from django.contrib.auth import get_user_model
from django.db.models.signals import post_delete, post_save, pre_delete

from wagtail import hooks

from blog.models import BlogIndexPage, BlogPage
from boulder_therapeutics.pagecache import (
    add_tags,
    expire_at,
    invalidate,
    track_rows,
)

from .models import Comment, CommentSettings
from .states import comments_deleted, status_changed
from .submission.policy import closes_at
from .tags import COMMENTS, comments_tag

APPROVED = Comment.Status.APPROVED


def register():
    """Connect the rules to the signals of comments."""
    track_rows(CommentSettings)
    status_changed.connect(invalidate_moved)
    comments_deleted.connect(invalidate_deleted)
    for signal in (post_save, post_delete):
        signal.connect(invalidate_saved, sender=Comment)
    pre_delete.connect(invalidate_former_staff, sender=get_user_model())
    hooks.register("on_serve_page", tag_pages_with_comments)


def tag_pages_with_comments(serve):
    """Tag articles with their comments, and article lists with all comments."""

    def wrapper(page, request, *args):
        if isinstance(page, BlogPage):
            add_tags(comments_tag(page.pk))
            expire_at(closes_at(page, CommentSettings.load(request)))
        elif isinstance(page, BlogIndexPage):
            add_tags(COMMENTS)
        return serve(page, request, *args)

    return wrapper


def invalidate_comments(article_ids, gone=True):
    """Invalidate the articles with these ids, lists with counts, and feeds."""
    if article_ids:
        invalidate(COMMENTS, *map(comments_tag, article_ids), gone=gone)


def invalidate_moved(sender, comments, **kwargs):
    """Invalidate when a comment appears or disappears."""
    moved = [c for c in comments if APPROVED in {c.status, c.status_before}]
    is_gone = any(comment.status != APPROVED for comment in moved)
    invalidate_comments({comment.page_id for comment in moved}, is_gone)


def invalidate_deleted(sender, comments, **kwargs):
    """Invalidate when visible comments are deleted, or their replies become visible."""
    lifted = Comment.objects.approved().filter(parent__in=comments)
    pages = {comment.page_id for comment in comments if comment.is_visible}
    invalidate_comments(pages | set(lifted.values_list("page", flat=True)))


def invalidate_saved(sender, instance, **kwargs):
    """Invalidate when a visible comment is edited, or deleted with its article."""
    if instance.is_visible:
        invalidate_comments([instance.page_id])


def invalidate_former_staff(sender, instance, **kwargs):
    """Invalidate comments that lose their staff badge with a deleted account."""
    comments = Comment.objects.filter(user=instance)
    invalidate_comments(set(comments.values_list("page", flat=True)))
