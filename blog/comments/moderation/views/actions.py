from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.generic import View

from ...models import Comment
from ..actions import ACTIONS
from ..background import worker
from ..batches import perform, undo
from ..queue.filters import QueueFilter
from ..queue.messages import add_outcome_messages, add_undo_messages
from ..queue.rows import read_rows, write_rows
from .base import ModerationMixin

MAX_NAMED = 5
EDITED = "Edited by their authors in the meantime, so please look again: {}."


class PostView(ModerationMixin, View):
    """Base of the views that handle buttons."""

    http_method_names = ["post"]

    @property
    def action(self):
        """The action named by the button, or Http404."""
        try:
            return ACTIONS[self.request.POST.get("action")]
        except KeyError:
            raise Http404 from None

    def without_edited(self, rows):
        """Return `rows` without those that the moderator has not seen as they are."""
        edited = Comment.objects.filter(pk__in=rows).edited_since(
            self.request.POST.get("seen", "")
        )
        if edited := set(edited.values_list("pk", flat=True)):
            messages.warning(self.request, EDITED.format(len(edited)))
        return {pk: status for pk, status in rows.items() if pk not in edited}

    def redirect_to_progress(self, batch):
        """Show the progress of a batch that the background work has to finish."""
        worker.wake()
        url = reverse("comment_moderation:progress", args=[batch.pk])
        return redirect(f"{url}?{urlencode({'next': self.next_url})}")


class ActionView(PostView):
    """Performs an action on the submitted comments."""

    def post(self, request):
        rows = self.without_edited(read_rows(request.POST.getlist("rows")))
        outcome = perform(self.action, rows, request.user)
        if outcome.is_running:
            return self.redirect_to_progress(outcome.batch)
        add_outcome_messages(request, outcome)
        return self.redirect_back()


class UndoView(PostView):
    """Undoes one of the moderator's batches."""

    def post(self, request, pk):
        outcome = undo(pk, request.user)
        if outcome.is_running:
            return self.redirect_to_progress(outcome.batch)
        add_undo_messages(request, outcome)
        return self.redirect_back()


class ConfirmView(PostView):
    """Asks for confirmation of a bulk action.

    The form names each comment, so comments that arrive later are not affected.
    """

    template_name = "comments/moderation/confirm.html"

    def post(self, request):
        selected = self._selected()
        sources = self.action.sources
        rows = {pk: status for pk, status in selected.items() if status in sources}
        if not rows:
            messages.warning(request, "Select at least one comment first.")
            return self.redirect_back()
        number = "1 comment" if len(rows) == 1 else f"{len(rows)} comments"
        self.question = self.action.confirmation.format(number)
        context = self.get_context_data(
            action=self.action,
            button_label=self.question,
            skipped=len(selected) - len(rows),
            rows=write_rows(rows),
            seen=self.request.POST.get("seen", ""),
            sample=Comment.objects.filter(pk__in=list(rows)[:MAX_NAMED]),
            unnamed=max(0, len(rows) - MAX_NAMED),
        )
        return render(request, self.template_name, context)

    def get_page_title(self):
        return f"{self.question}?"

    def _selected(self):
        """Return the rows of the selected comments, or of all that match the filter."""
        if "all" not in self.request.POST:
            return read_rows(self.request.POST.getlist("rows"))
        queue_filter = QueueFilter.from_query(self.request.POST.get("query", ""))
        return dict(queue_filter.matching().values_list("pk", "status"))
