from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """What readers write under articles."""

    name = "blog.comments"
    label = "comments"

    def ready(self):
        """Let Wagtail and the states know who listens."""
        from . import notifications, serving, subscriptions  # noqa: F401
