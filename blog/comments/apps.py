from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """What readers write under articles."""

    name = "blog.comments"
    label = "comments"

    def ready(self):
        """Let Wagtail and the states know who listens."""
        from . import (  # noqa: F401
            notifications,
            purging,
            reader_data,
            serving,
            subscriptions,
        )
