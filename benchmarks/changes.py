"""What editors, moderators and nobody at all do, before a page is made anew."""

from itertools import count
from secrets import token_hex

from blog.comments import states
from blog.comments.models import Comment
from blog.models import BlogPage
from boulder_therapeutics.pagecache import purge_all

numbers = count(1)


class Changes:
    """Changes of an article, by what they are called in the table."""

    def __init__(self, slug):
        self.pk = BlogPage.objects.get(slug=slug).pk
        self.last = None
        self.kinds = {
            "after a new comment": self.comment,
            "after an edit": self.edit,
            "with nothing kept": purge_all,
        }

    def comment(self):
        """Show a new comment, and delete the one before, so that there are as many.

        It answers the first, so that it stands on the first page.
        """
        if self.last:
            states.delete([self.last])
        article = BlogPage.objects.get(pk=self.pk)
        number, comments = next(numbers), article.comments.visible()
        comment = Comment(
            page=article,
            parent=comments.filter(parent=None).order_by("created").first(),
            name=f"Reader {number}",
            text=f"Two weeks of short runs and slow steps helped. Number {number}.",
            status=Comment.Status.APPROVED,
            submission_key=token_hex(8),
        )
        states.add(comment)
        self.last = comment.pk

    def edit(self):
        """Publish other words in the title and in a paragraph."""
        article, number = BlogPage.objects.get(pk=self.pk), next(numbers)
        article.title = f"Running Injuries: Runner's Knee, edition {number}"
        place = next(
            place
            for place, block in enumerate(article.body.raw_data)
            if block["type"] == "paragraph"
        )
        article.body[place] = ("paragraph", f"<p>This is edition {number}.</p>")
        article.save_revision().publish()
