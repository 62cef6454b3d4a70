from django.urls import path

from boulder_therapeutics.core.tags import PAGES
from boulder_therapeutics.pagecache import cached_view

from .display.feeds import ArticleCommentFeed, CommentFeed
from .mail import subscriptions
from .mail.action_links import mark_as_spam_by_link, moderate_by_link
from .privacy import own_comments
from .reports.views import send_report, show_report_form
from .submission import own_views, views
from .tags import COMMENTS

app_name = "comments"

cached = cached_view(PAGES, COMMENTS)

urlpatterns = [
    path("blog/comments/feed/", cached(CommentFeed()), name="feed"),
    path("comments/<int:page_id>/", views.post_comment, name="post_comment"),
    path(
        "comments/<int:page_id>/feed/",
        cached(ArticleCommentFeed()),
        name="article_feed",
    ),
    path("comments/show/<int:pk>/", views.show_comment, name="show_comment"),
    path(
        "comments/report/<int:pk>/",
        cached(show_report_form),
        name="show_report_form",
    ),
    path("comments/report/<int:pk>/send/", send_report, name="send_report"),
    path("comments/act/<str:token>/", moderate_by_link, name="moderate_by_link"),
    path(
        "comments/spam/<str:token>/", mark_as_spam_by_link, name="mark_as_spam_by_link"
    ),
    path("comments/status/<str:token>/", own_views.show_status, name="show_status"),
    path(
        "comments/status/<str:token>/edit/",
        own_views.show_edit_form,
        name="show_edit_form",
    ),
    path(
        "comments/status/<str:token>/save/",
        own_views.edit_comment,
        name="edit_comment",
    ),
    path(
        "comments/status/<str:token>/delete/",
        own_views.delete_comment,
        name="delete_comment",
    ),
    path(
        "comments/mails/<str:token>/",
        subscriptions.show_subscription,
        name="show_subscription",
    ),
    path(
        "comments/mails/<str:token>/confirm/",
        subscriptions.confirm_subscription,
        name="confirm_subscription",
    ),
    path(
        "comments/mails/<str:token>/end/",
        subscriptions.end_subscription,
        name="end_subscription",
    ),
    path(
        "comments/own/", own_comments.request_own_comments, name="request_own_comments"
    ),
    path(
        "comments/own/send/",
        own_comments.send_own_comments_link,
        name="send_own_comments_link",
    ),
    path(
        "comments/own/<str:token>/",
        own_comments.show_own_comments,
        name="show_own_comments",
    ),
    path(
        "comments/own/<str:token>/change/",
        own_comments.change_own_comments,
        name="change_own_comments",
    ),
]
