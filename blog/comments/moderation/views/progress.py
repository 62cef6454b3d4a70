from django.shortcuts import redirect
from django.views.generic import DetailView

from ...models import ModerationBatch
from ..batches import Outcome, work_on
from ..queue.messages import add_batch_messages
from .base import ModerationMixin


class ProgressView(ModerationMixin, DetailView):
    """Shows how far a long action is, and returns to the queue when it is finished.

    The button works on the batch in the request, for sites without background work.
    """

    template_name = "comments/moderation/progress.html"
    context_object_name = "batch"

    def get_queryset(self):
        return ModerationBatch.objects.filter(user=self.request.user)

    def get_page_title(self):
        is_undo = self.object.stage == ModerationBatch.Stage.UNDOING
        return "Undoing" if is_undo else "Working"

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.object.is_running:
            return self.render_to_response(self.get_context_data())
        add_batch_messages(request, self.object)
        return self.redirect_back()

    def post(self, request, *args, **kwargs):
        work_on(self.get_object(), Outcome(""))
        return redirect(request.get_full_path())
