from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """What readers write under articles."""

    name = "blog.comments"
    label = "comments"

    def ready(self):
        """Let Wagtail and the states know who listens."""
        from . import cache_rules  # noqa: F401
        from .display import context  # noqa: F401
        from .mail import notifications, subscriptions  # noqa: F401
        from .privacy import admin  # noqa: F401
