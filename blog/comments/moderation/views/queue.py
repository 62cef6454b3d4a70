from django.db.models import Count
from django.utils import timezone
from django.views.generic import ListView

from wagtail.admin.paginator import WagtailPaginator

from ...models import Comment
from ...reports.moderation import REPORTED, reported_comments
from ..actions import actions_for
from ..batches import running_batch
from ..queue.filters import ALL, TABS, QueueFilter
from ..queue.rows import RELATED, add_row_details
from .base import ModerationMixin

HEADINGS = ["Select", "Author", "Comment", "Article", "Age"]
EMPTIABLE = {Comment.Status.SPAM, Comment.Status.TRASH}


class QueueView(ModerationMixin, ListView):
    """The list of comments with one status, or of all."""

    page_title = "Comments"
    template_name = "comments/moderation/queue.html"
    paginator_class = WagtailPaginator
    paginate_by = 50
    page_kwarg = "p"

    def get_queryset(self):
        self.seen = timezone.now()
        self.filter = QueueFilter(self.request.GET)
        return self.filter.matching().select_related(*RELATED)

    def paginate_queryset(self, queryset, page_size):
        # Actions may have emptied the requested page: show the nearest one instead.
        paginator = self.get_paginator(queryset, page_size)
        page = paginator.get_page(self.request.GET.get(self.page_kwarg))
        return paginator, page, page.object_list, page.has_other_pages()

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page, status = context["page_obj"], self.filter.status_shown
        counts = self._count()
        return context | {
            "comments": add_row_details(page.object_list),
            "filter": self.filter,
            "status": status,
            "tabs": [(*choice, counts[choice[0]]) for choice in TABS],
            "bulk_actions": actions_for(status),
            "can_be_emptied": status in EMPTIABLE and not self.filter.is_active,
            "headings": HEADINGS,
            "seen": self.seen.isoformat(),
            "running": running_batch(self.request.user),
            "here": self.request.get_full_path(),
            "shortcuts": self._has_shortcuts(),
            "elided_page_range": page.paginator.get_elided_page_range(page.number),
        }

    def _has_shortcuts(self):
        profile = getattr(self.request.user, "wagtail_userprofile", None)
        return profile is None or profile.keyboard_shortcuts

    def _count(self):
        statuses = Comment.objects.order_by().values_list("status")
        counts = dict.fromkeys(Comment.Status.values, 0)
        counts |= dict(statuses.annotate(Count("pk")))
        # Spares the menu a query.
        self.request.pending_comments = counts[Comment.Status.PENDING]
        reported = reported_comments().count()
        return counts | {REPORTED: reported, ALL: sum(counts.values())}
