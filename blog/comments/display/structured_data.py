"""What readers say about an article, in the words of schema.org."""

from functools import lru_cache
from itertools import chain

from django.utils.text import Truncator

from boulder_therapeutics.seo.structured_data import moment

from ..characters import UNPRINTABLE
from .threads import MOST_THREADS

LONGEST_TEXT = 2000  # the page holds the whole of it anyway


def add_comments(nodes, context):
    """Add the comments that the page shows, and the count of all, to its article."""
    shown = getattr(context["request"], "comments_shown", None)
    if "article" not in nodes or shown is None:
        return
    article = nodes["article"]
    article["commentCount"] = shown["comment_total"]
    if shown["threads"]:
        described = [describe(thread, article["url"]) for thread in shown["threads"]]
        article["comment"] = list(chain.from_iterable(described))


@lru_cache(MOST_THREADS)
def describe(thread, address):
    """Describe the comments of a thread of the article at `address`."""
    return [describe_comment(comment, address) for comment in thread.comments]


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
