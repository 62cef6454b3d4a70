from django.contrib import messages
from django.views.generic import FormView

from wagtail.admin.views.generic.base import BaseObjectMixin
from wagtail.log_actions import log

from ..blocking import block, unblock
from ..forms import BlockForm, RedactForm, ReplyForm
from ..queue.messages import add_message_with_button, add_outcome_messages
from ..replies import publish_reply
from .base import ModerationMixin


class ReplyView(ModerationMixin, BaseObjectMixin, FormView):
    """Publishes a reply to a comment, and approves the comment if it is pending."""

    template_name = "comments/moderation/reply.html"

    def get_page_title(self):
        return "Approve and reply" if self.object.status == "pending" else "Reply"

    def get_form(self):
        return ReplyForm(self.request.POST or None)

    def post(self, request, *args, **kwargs):
        if "template" not in request.POST:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        form.insert_template(request.POST["template"])
        return self.render_to_response(self.get_context_data(form=form))

    def form_valid(self, form):
        text, key = form.cleaned_data["text"], form.cleaned_data["key"]
        outcome = publish_reply(self.object, text, key, self.request.user)
        if outcome.done and form.is_override:
            log(self.object, "comments.override", user=self.request.user)
        add_outcome_messages(self.request, outcome)
        if outcome.skipped:
            return self.form_invalid(form)
        return self.redirect_back()


class BlockView(ModerationMixin, BaseObjectMixin, FormView):
    """Blocks the sender of a comment, and unblocks them to undo it."""

    page_title = "Block sender"
    template_name = "comments/moderation/block.html"

    def get_form(self):
        return BlockForm(self.object, self.request.POST or None)

    def form_valid(self, form):
        entry, user = form.cleaned_data["entry"], self.request.user
        if "unblock" in self.request.POST:
            unblock(entry, self.object, user)
            messages.success(self.request, f"{entry} is no longer blocked.")
        elif block(entry, self.object, user, form.cleaned_data["reason"]):
            fields = {"entry": entry, "unblock": 1}
            add_message_with_button(
                self.request, f"{entry} is blocked.", self.request.path, **fields
            )
        else:
            messages.info(self.request, f"{entry} was already blocked.")
        return self.redirect_back()


class RedactView(ModerationMixin, BaseObjectMixin, FormView):
    """Edits the name and text of a comment."""

    page_title = "Edit"
    template_name = "comments/moderation/redact.html"

    def get_form(self):
        return RedactForm(self.request.POST or None, instance=self.object)

    def form_valid(self, form):
        comment = form.save(commit=False)
        # Nothing else, so that a moderator's decision is not overwritten.
        comment.save(update_fields=["name", "text"])
        log(comment, "comments.edit", user=self.request.user)
        messages.success(self.request, "Comment updated.")
        return self.redirect_back()
