from django.contrib import messages
from django.views.generic import FormView

from wagtail.admin.views.generic.base import BaseObjectMixin
from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry

from ..blocking import block, unblock
from ..forms import BlockForm, RedactForm, ReplyForm
from ..queue.messages import offer, report
from ..replies import publish_reply
from .base import ModerationMixin


class ReplyView(ModerationMixin, BaseObjectMixin, FormView):
    """Answers a comment, and approves it if it waits."""

    template_name = "comments/moderation/reply.html"

    def get_page_title(self):
        return "Approve and reply" if self.object.status == "pending" else "Reply"

    def get_form(self):
        return ReplyForm(self.request.POST or None)

    def form_valid(self, form):
        text, key = form.cleaned_data["text"], form.cleaned_data["key"]
        outcome = publish_reply(self.object, text, key, self.request.user)
        report(self.request, outcome)
        if outcome.left:
            return self.form_invalid(form)
        return self.back()


class BlockView(ModerationMixin, BaseObjectMixin, FormView):
    """Makes everything that a sender sends spam, and takes that back."""

    page_title = "Block sender"
    template_name = "comments/moderation/block.html"

    def get_form(self):
        return BlockForm(self.object, self.request.POST or None)

    def form_valid(self, form):
        entry, user = form.cleaned_data["entry"], self.request.user
        if "unblock" in self.request.POST:
            unblock(entry, self.object, user)
            messages.success(self.request, f"{entry} is not blocked any more.")
        elif block(entry, self.object, user):
            fields = {"entry": entry, "unblock": 1}
            offer(self.request, f"{entry} is blocked.", self.request.path, **fields)
        else:
            messages.info(self.request, f"{entry} was blocked already.")
        return self.back()


class RedactView(ModerationMixin, BaseObjectMixin, FormView):
    """Takes out of a comment what should not be public."""

    page_title = "Edit"
    template_name = "comments/moderation/redact.html"

    def get_form(self):
        return RedactForm(self.request.POST or None, instance=self.object)

    def form_valid(self, form):
        comment = form.save(commit=False)
        # Only these, so that a decision made meanwhile stands.
        comment.save(update_fields=["name", "text"])
        # Older entries must not go on naming what has been taken out.
        log_registry.get_logs_for_instance(comment).update(label=str(comment))
        log(comment, "comments.edit", user=self.request.user)
        messages.success(self.request, "Comment changed.")
        return self.back()
