"""Deleting a page deletes its comments: whoever does it is told so first."""

from django.contrib import messages

from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction

from ..models import Comment


def warn_of_comments(request, pages):
    """Say how many comments go with `pages` and those below them."""
    counts = [
        Comment.objects.filter(page__path__startswith=p.path).count() for p in pages
    ]
    if count := sum(counts):
        noun = "comment" if count == 1 else "comments"
        messages.warning(request, f"{count} {noun} by readers will be deleted with it.")


class DeletePagesBulkAction(DeleteBulkAction):
    """Wagtail's own, with a word about the comments."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        warn_of_comments(self.request, [entry["item"] for entry in context["items"]])
        return context
