from django.apps import AppConfig


class WordPressConfig(AppConfig):
    """Importing a WordPress site, and its old URLs afterwards."""

    name = "blog.wordpress"
    label = "wordpress"
    verbose_name = "WordPress"

    def ready(self):
        """Connect the cache rules, and register the data that are stored for a time."""
        from . import cache_rules, retention, stored_data  # noqa: F401

        cache_rules.register()
