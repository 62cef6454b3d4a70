"""The personal data of comments."""

from django.utils.translation import gettext_lazy as _

from boulder_therapeutics.core.privacy.inventory import Item, register
from boulder_therapeutics.core.privacy.stored_data import STAFF, days

from ..models import CommentSettings
from ..reports.moderation import NETWORK_PERIOD

WITH_COMMENT = _("As long as the comment")

register(
    Item(
        what=_("Your name and comment"),
        why=_("To show it under the article"),
        period=_("Until you delete it, or ask us to"),
        seen_by=_("Everyone, once we approve it"),
        fields=(
            "comments.Comment.name",
            "comments.Comment.text",
            "comments.Comment.created",
            "comments.Comment.edited",
        ),
    ),
    Item(
        what=_("The email address of your comment"),
        why=_("To reach you about your comment, and to know you next time"),
        period=WITH_COMMENT,
        seen_by=STAFF,
        fields=("comments.Comment.email",),
    ),
    Item(
        what=_("The network address (IP) and browser name of your comment"),
        why=_("To stop spam and abuse"),
        period=lambda request: days(CommentSettings.load(request).personal_data_days),
        seen_by=STAFF,
        fields=("comments.Comment.ip", "comments.Comment.user_agent"),
    ),
    Item(
        what=_("Why your comment was held, and who decided about it"),
        why=_("To decide if it goes online"),
        period=WITH_COMMENT,
        seen_by=STAFF,
        fields=(
            "comments.Comment.hold_reasons",
            "comments.Comment.is_urgent",
            "comments.Comment.spam_score",
            "comments.Comment.status",
            "comments.Comment.status_before",
            "comments.Comment.status_changed",
            "comments.Comment.status_changed_by",
            "comments.Comment.submission_key",
            "comments.Comment.user",
            "comments.BatchChunk",
            "comments.ModerationBatch",
        ),
    ),
    Item(
        what=_("Comments marked as spam or in the trash"),
        why=_("So that we can undo a mistake"),
        period=lambda request: days(CommentSettings.load(request).rejected_days),
        seen_by=STAFF,
    ),
    Item(
        what=_("That you want emails about your comment, and what you agreed to"),
        why=_("To send only what you asked for"),
        period=_("Until you stop them; 7 days if you do not confirm"),
        seen_by=STAFF,
        fields=("comments.Subscription",),
    ),
    Item(
        what=_("Email addresses and networks of senders that we block"),
        why=_("To stop abuse"),
        period=_("Until we no longer block them"),
        seen_by=STAFF,
        fields=("comments.Block",),
    ),
    Item(
        what=_("That you reported a comment: a code made from your network"),
        why=_("To count each report once"),
        period=lambda request: days(NETWORK_PERIOD.days),
        seen_by=_("Nobody"),
        fields=("comments.Report",),
    ),
    without=(
        "comments.Comment.is_visible",
        "comments.Comment.needs_notification",
        "comments.Comment.page",
        "comments.Comment.parent",
        "comments.Comment.root",
        "comments.Comment.source",
        "comments.Comment.wordpress_id",
        "comments.CommentSettings",
        "comments.RemovedComment",
    ),
)
