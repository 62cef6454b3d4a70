from blog.comments.models import Comment
from blog.comments.states import refresh_threads

from ..content.comments import COMMENTS
from .articles import local_time


def load_comments(articles, staff):
    """Put the comments under the new `articles`, those of the clinic in `staff`'s name.

    Articles that were there before keep the comments they have.
    """
    pages = {page.slug: page for page, content in articles}
    made = {}
    for content in COMMENTS:
        if content["article"] in pages:
            parent = made.get(content["parent"])
            page = pages[content["article"]]
            made[content["key"]] = make_comment(content, page, parent, staff)
    refresh_threads([comment.pk for comment in made.values()])


def make_comment(content, page, parent, staff):
    """Create one comment as the `content` says."""
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
