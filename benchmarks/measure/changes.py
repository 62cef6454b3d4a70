"""Changes by visitors, moderators and editors, after which a page is re-rendered."""

from itertools import count
from secrets import token_hex

from django.conf import settings

from blog.comments import states
from blog.comments.models import Comment
from blog.models import BlogPage

settings.OUTBOX_THREAD = False  # the yardstick's: mails are not part of the figures
numbers = count(1)


class Changes:
    """Changes of one article."""

    def __init__(self, slug):
        self.pk = BlogPage.objects.get(slug=slug).pk
        self.comment_pk = None

    def comment(self):
        """Add a comment to the first page and delete the one added before.

        It replies to the first comment; the number of comments stays the same.
        """
        if self.comment_pk:
            states.delete([self.comment_pk])
        article, number = BlogPage.objects.get(pk=self.pk), next(numbers)
        threads = article.comments.visible().filter(parent=None)
        comment = Comment(
            page=article,
            parent=threads.order_by("created").first(),
            name=f"Reader {number}",
            text=f"Two weeks of short runs and slow steps helped. Number {number}.",
            status=Comment.Status.APPROVED,
            submission_key=token_hex(8),
        )
        states.add(comment)
        self.comment_pk = comment.pk

    def edit(self):
        """Publish a new title and a new paragraph."""
        article, number = BlogPage.objects.get(pk=self.pk), next(numbers)
        article.title = f"Running Injuries: Runner's Knee, edition {number}"
        kinds = [block["type"] for block in article.body.raw_data]
        paragraph = ("paragraph", f"<p>This is edition {number}.</p>")
        article.body[kinds.index("paragraph")] = paragraph
        article.save_revision().publish()
