"""Comments as schema.org structured data."""

from django.utils.text import Truncator

from boulder_therapeutics.core.submission.characters import UNPRINTABLE
from boulder_therapeutics.seo.structured_data import moment

MAX_TEXT_LENGTH = 2000  # the page itself has the whole text


def add_comments(nodes, page, context, facts):
    """Add the comments on the page, and the number of all comments, to the article."""
    shown = getattr(context["request"], "comments_shown", None)
    if "article" not in nodes or shown is None:
        return
    article = nodes["article"]
    article["commentCount"] = shown["comment_total"]
    if shown["comments"]:
        article["comment"] = [
            describe_comment(comment, article["url"]) for comment in shown["comments"]
        ]


def describe_comment(comment, article_url):
    """Return the node for a comment, without any personal data but the name."""
    node = {
        "@type": "Comment",
        "@id": f"{article_url}#comment-{comment.pk}",
        "author": {"@type": "Person", "name": UNPRINTABLE.sub("", comment.name)},
        "dateCreated": moment(comment.created),
        "text": _shorten(UNPRINTABLE.sub("", comment.text)),
    }
    if comment.parent_id:
        node["parentItem"] = {"@id": f"{article_url}#comment-{comment.parent_id}"}
    return node


def _shorten(text):
    # The truncator is slow, even for short texts.
    if len(text) <= MAX_TEXT_LENGTH:
        return text
    return Truncator(text).chars(MAX_TEXT_LENGTH)
