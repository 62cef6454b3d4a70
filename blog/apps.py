from django.apps import AppConfig


class BlogConfig(AppConfig):
    """Articles: their list, categories and feeds."""

    name = "blog"

    def ready(self):
        """Have the cache learn of changes."""
        from . import purging

        purging.watch()
