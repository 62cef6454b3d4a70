from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save


class CoreConfig(AppConfig):
    """Everything site-wide: basic pages, clinic settings and people."""

    name = "boulder_therapeutics.core"
    label = "core"

    def ready(self):
        from boulder_therapeutics.images import making
        from boulder_therapeutics.operations.site import sync_site_address

        from . import cache_rules

        cache_rules.watch()
        post_save.connect(making.on_change, sender=self.get_model("Person"))
        post_migrate.connect(sync_site_address, sender=self)
