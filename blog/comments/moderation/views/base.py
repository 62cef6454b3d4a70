from django.shortcuts import redirect
from django.urls import reverse

from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from ...models import Comment


class ModerationMixin(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """An admin view for moderators only."""

    model = Comment
    any_permission_required = ["moderate"]
    header_icon = "comment"

    @property
    def next_url(self):
        """The URL of the page of the queue that the moderator came from."""
        queue = reverse("comment_moderation:index")
        return get_valid_next_url_from_request(self.request) or queue

    def redirect_back(self):
        return redirect(self.next_url)

    def get_breadcrumbs_items(self):
        queue = {"url": reverse("comment_moderation:index"), "label": "Comments"}
        page = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, queue, page]

    def get_context_data(self, **kwargs):
        return super().get_context_data(next_url=self.next_url, **kwargs)
