from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """Reader comments on articles."""

    name = "blog.comments"
    label = "comments"

    def ready(self):
        """Connect the signal receivers and the hooks."""
        from . import cache_rules
        from .display import context  # noqa: F401
        from .mail import notifications, subscriptions  # noqa: F401
        from .privacy import admin, removal, retention, stored_data  # noqa: F401

        cache_rules.register()
