from django.apps import AppConfig


class BlogConfig(AppConfig):
    """Articles, with their lists, categories and feeds."""

    name = "blog"

    def ready(self):
        """Connect the cache rules and the redirects."""
        from . import cache_rules, redirects

        cache_rules.register()
        redirects.register()
