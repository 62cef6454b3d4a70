from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """What the clinic treats, and how."""

    name = "services"

    def ready(self):
        """Have the cache learn of changes."""
        from . import cache_rules  # noqa: F401
