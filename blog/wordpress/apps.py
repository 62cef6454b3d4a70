from django.apps import AppConfig


class WordPressConfig(AppConfig):
    """Importing a WordPress site, and its old URLs afterwards."""

    name = "blog.wordpress"
    label = "wordpress"
    verbose_name = "WordPress"

    def ready(self):
        """Connect the cache rules, and declare which data are stored."""
        from . import cache_rules, stored_data  # noqa: F401

        cache_rules.register()
