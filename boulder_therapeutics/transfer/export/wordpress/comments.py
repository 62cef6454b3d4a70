from django.utils.html import escape

from .xml import gmt, local

# By the status of a comment; "hold" and "unapproved" are written as 0.
APPROVED = {"approved": "1", "pending": "0", "spam": "spam", "trash": "trash"}


def write_comments(wxr, article, with_personal_data):
    """Write the comments on an article, whatever their status."""
    for comment in article.comments.all():
        wxr.add_group("wp:comment", to_fields(comment, with_personal_data))


def to_fields(comment, with_personal_data):
    """Return a comment as WordPress has it; the text is HTML there."""
    person = getattr(comment.user, "person", None)
    return {
        "wp:comment_id": comment.pk,
        "wp:comment_author": escape(comment.name),
        "wp:comment_author_email": comment.email if with_personal_data else "",
        "wp:comment_author_url": "",
        "wp:comment_author_IP": (comment.ip or "") if with_personal_data else "",
        "wp:comment_date": local(comment.created),
        "wp:comment_date_gmt": gmt(comment.created),
        "wp:comment_content": escape(comment.text),
        "wp:comment_approved": APPROVED[comment.status],
        "wp:comment_type": "comment",
        "wp:comment_parent": comment.parent_id or 0,
        "wp:comment_user_id": person.pk if person else 0,
    }
