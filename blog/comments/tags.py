"""Tags of cached responses that show comments."""

# Any comment: lists that show counts, and the feed of all comments.
COMMENTS = "comments"


def comments_tag(article_id):
    """Return the tag of the comments on one article."""
    return f"{COMMENTS}-{article_id}"
