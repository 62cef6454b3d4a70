from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    """Everything site-wide: basic pages, clinic settings, people and pictures."""

    name = "boulder_therapeutics.core"
    label = "core"

    def ready(self):
        from .site import sync_site_address

        post_migrate.connect(sync_site_address, sender=self)
