from django.apps import AppConfig


class BlogConfig(AppConfig):
    """Articles: their list, categories and feeds."""

    name = "blog"

    def ready(self):
        """Have the cache and the redirects learn of changes."""
        from . import cache_rules, redirects  # noqa: F401

        cache_rules.watch()
