from django.apps import AppConfig


class TransferConfig(AppConfig):
    """Export of the whole site, and import of an export on another server."""

    name = "boulder_therapeutics.transfer"
    label = "transfer"

    def ready(self):
        """Connect the cache rule, and register the daily deletion of old exports."""
        from . import cache_rules
        from .background import worker  # noqa: F401

        cache_rules.register()
