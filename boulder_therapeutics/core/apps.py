from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save


class CoreConfig(AppConfig):
    """Everything site-wide: basic pages, clinic settings, people and pictures."""

    name = "boulder_therapeutics.core"
    label = "core"

    def ready(self):
        from wagtail.signals import page_published

        from . import purging
        from .pictures import formats, making
        from .site import sync_site_address

        formats.register()
        purging.watch()
        page_published.connect(making.on_change)
        post_save.connect(making.on_change, sender=self.get_model("Person"))
        post_migrate.connect(sync_site_address, sender=self)
