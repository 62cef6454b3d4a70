from blog.comments.models import Comment
from blog.comments.states import refresh_threads

from ..content.comments import COMMENTS
from .articles import local_time


def load_comments(articles, staff):
    """Add comments to the new `articles`, (page, content) pairs as created.

    The user `staff` is the author of the clinic's replies.
    """
    pages = {page.slug: page for page, content in articles}
    created = {}
    for content in COMMENTS:
        if content["article"] in pages:
            parent = created.get(content["parent"])
            page = pages[content["article"]]
            created[content["key"]] = make_comment(content, page, parent, staff)
    refresh_threads([comment.pk for comment in created.values()])


def make_comment(content, page, parent, staff):
    """Create a comment from its `content`."""
    created = local_time(content["created"])
    return Comment.objects.create(
        page=page,
        parent=parent,
        name=content["name"],
        email=content["email"],
        text=content["text"],
        created=created,
        status=content["status"],
        status_changed=created,
        user=staff if content["staff"] else None,
        hold_reasons=[{"rule": rule, "why": why} for rule, why in content["reasons"]],
        submission_key=f"demo-{content['key']}",
    )
