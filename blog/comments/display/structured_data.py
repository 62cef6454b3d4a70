"""What readers say about an article, in the words of schema.org."""

from django.utils.text import Truncator

from boulder_therapeutics.seo.structured_data import moment

from ..characters import UNPRINTABLE

LONGEST_TEXT = 2000  # the page holds the whole of it anyway


def add_comments(nodes, page, context, facts):
    """Add the comments that the page shows, and the count of all, to its article."""
    shown = getattr(context["request"], "comments_shown", None)
    if "article" not in nodes or shown is None:
        return
    article = nodes["article"]
    article["commentCount"] = shown["comment_total"]
    if shown["comments"]:
        article["comment"] = [
            describe_comment(comment, article["url"]) for comment in shown["comments"]
        ]


def describe_comment(comment, address):
    """Describe a comment, without what its writer has not published."""
    node = {
        "@type": "Comment",
        "@id": f"{address}#comment-{comment.pk}",
        "author": {"@type": "Person", "name": UNPRINTABLE.sub("", comment.name)},
        "dateCreated": moment(comment.created),
        "text": _shorten(UNPRINTABLE.sub("", comment.text)),
    }
    if comment.parent_id:
        node["parentItem"] = {"@id": f"{address}#comment-{comment.parent_id}"}
    return node


def _shorten(text):
    # The truncator looks at each character, however few there are.
    if len(text) <= LONGEST_TEXT:
        return text
    return Truncator(text).chars(LONGEST_TEXT)
