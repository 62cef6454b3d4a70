"""What to purge when readers see other comments."""

from django.contrib.auth import get_user_model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver

from blog.models import BlogPage
from boulder_therapeutics.core.cache_rules import changes_answers
from boulder_therapeutics.pagecache import purge

from .models import Comment, CommentSettings
from .states import comments_changed, comments_deleted, status_changed

APPROVED = Comment.Status.APPROVED


def purge_comments(page_ids, gone=True):
    """Purge the articles with these ids, lists that show their counts, and feeds."""
    if page_ids:
        purge({"comments", *(f"comments-{pk}" for pk in page_ids)}, gone)


@receiver(status_changed)
def purge_moved(comments, **kwargs):
    """Purge when a comment becomes visible or vanishes; waiting ones purge nothing."""
    moved = [c for c in comments if APPROVED in {c.status, c.status_before}]
    is_gone = any(comment.status != APPROVED for comment in moved)
    purge_comments({comment.page_id for comment in moved}, is_gone)


@receiver(comments_changed)
def purge_changed(comments, **kwargs):
    """Purge when names or texts change."""
    purge_comments({comment.page_id for comment in comments if comment.is_visible})


@receiver(comments_deleted)
def purge_deleted(comments, **kwargs):
    """Purge when visible comments go, or replies are lifted to where one sees them."""
    lifted = Comment.objects.approved().filter(parent__in=comments)
    pages = {comment.page_id for comment in comments if comment.is_visible}
    purge_comments(pages | set(lifted.values_list("page", flat=True)))


@receiver(post_save, sender=Comment)
def purge_saved(instance, **kwargs):
    """Purge when a comment that readers see is edited."""
    if instance.is_visible:
        purge_comments([instance.page_id])


@receiver(pre_delete, sender=get_user_model())
def purge_former_staff(instance, **kwargs):
    """Purge the comments of somebody who is no longer marked as staff."""
    comments = Comment.objects.filter(user=instance)
    purge_comments(set(comments.values_list("page", flat=True)))


@receiver([post_save, post_delete], sender=get_user_model())
def purge_accounts(update_fields=None, **kwargs):
    """Purge what is remembered about who belongs to the clinic."""
    if update_fields is None or set(update_fields) != {"last_login"}:
        purge(["accounts"])


@receiver(post_save)
def purge_feed(instance, **kwargs):
    """Purge the feed of all comments, which an article brings its own to."""
    if changes_answers(BlogPage, instance, **kwargs) and _appears(instance):
        purge(["comments"])


@receiver(post_save, sender=CommentSettings)
def purge_settings(**kwargs):
    """Purge every article."""
    purge(["comment-settings"])


def _appears(page):
    """Tell whether readers see the page from now on, or no longer."""
    return page.live != page.before.get("live", False)
