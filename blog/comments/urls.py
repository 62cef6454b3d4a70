from django.urls import path

from . import own, subscriptions, views
from .feeds import ArticleCommentFeed, CommentFeed
from .mail_actions import act_from_mail

app_name = "comments"

urlpatterns = [
    path("blog/comments/feed/", CommentFeed(), name="feed"),
    path("comments/<int:page_id>/", views.add_comment, name="add_comment"),
    path("comments/<int:page_id>/feed/", ArticleCommentFeed(), name="article_feed"),
    path("comments/show/<int:pk>/", views.show_comment, name="show_comment"),
    path("comments/act/<str:token>/", act_from_mail, name="act_from_mail"),
    path("comments/status/<str:token>/", subscriptions.show_status, name="show_status"),
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
    path("comments/own/", own.ask_for_own, name="ask_for_own"),
    path("comments/own/send/", own.send_own_link, name="send_own_link"),
    path("comments/own/<str:token>/", own.show_own, name="show_own"),
    path("comments/own/<str:token>/change/", own.change_own, name="change_own"),
]
