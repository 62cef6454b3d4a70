from django.apps import AppConfig


class WordPressConfig(AppConfig):
    """Importing a WordPress site, and its old URLs afterwards."""

    name = "blog.wordpress"
    label = "wordpress"
    verbose_name = "WordPress"

    def ready(self):
        """Connect the cache rules."""
        from . import cache_rules

        cache_rules.register()
