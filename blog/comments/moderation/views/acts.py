from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.views.generic import View

from ...models import Comment
from ..actions import ACTIONS
from ..batches import perform, undo
from ..queue.filters import QueueFilter
from ..queue.messages import report, report_undo
from ..queue.rows import read_rows, write_rows
from .base import ModerationMixin

SAMPLE = 5


class PostView(ModerationMixin, View):
    """Something that only a button does."""

    http_method_names = ["post"]

    @property
    def action(self):
        """The action that the button names."""
        try:
            return ACTIONS[self.request.POST.get("action")]
        except KeyError:
            raise Http404 from None


class ActView(PostView):
    """Does something to the comments of the form, be it one or many."""

    def post(self, request):
        rows = read_rows(request.POST.getlist("rows"))
        report(request, perform(self.action, rows, request.user))
        return self.back()


class UndoView(PostView):
    """Takes back what the moderator did at one stroke."""

    def post(self, request, pk):
        report_undo(request, undo(pk, request.user))
        return self.back()


class ConfirmView(PostView):
    """Says how many comments are meant, and holds on to exactly these."""

    template_name = "comments/moderation/confirm.html"

    def post(self, request):
        chosen = self._chosen()
        sources = self.action.sources
        rows = {pk: status for pk, status in chosen.items() if status in sources}
        if not rows:
            messages.warning(request, "Tick the comments that you mean first.")
            return self.back()
        number = "1 comment" if len(rows) == 1 else f"{len(rows)} comments"
        self.sentence = self.action.sentence.format(number)
        context = self.get_context_data(
            action=self.action,
            sentence=self.sentence,
            skipped=len(chosen) - len(rows),
            rows=write_rows(rows),
            sample=Comment.objects.filter(pk__in=list(rows)[:SAMPLE]),
            unnamed=max(0, len(rows) - SAMPLE),
        )
        return render(request, self.template_name, context)

    def get_page_title(self):
        return f"{self.sentence}?"

    def _chosen(self):
        """Return the ticked comments, or all that the filter of the list shows."""
        if "all" not in self.request.POST:
            return read_rows(self.request.POST.getlist("rows"))
        shown = QueueFilter.from_query(self.request.POST.get("query", ""))
        return dict(shown.matching().values_list("pk", "status"))
