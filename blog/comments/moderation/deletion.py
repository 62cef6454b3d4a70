"""Warnings before deleting a page, which also deletes its comments."""

from django.contrib import messages

from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction

from ..models import Comment


def warn_about_comments(request, pages):
    """Show how many comments will be deleted with `pages` and their descendants."""
    count = sum(
        Comment.objects.filter(page__path__startswith=page.path).count()
        for page in pages
    )
    if count:
        subject = "1 reader comment" if count == 1 else f"{count} reader comments"
        messages.warning(request, f"{subject} will also be deleted.")


class DeletePagesBulkAction(DeleteBulkAction):
    """Wagtail's bulk action with a warning about comments."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pages = [entry["item"] for entry in context["items"]]
        warn_about_comments(self.request, pages)
        return context
