from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save


class CoreConfig(AppConfig):
    """The site's own pages, the clinic settings and the people."""

    name = "boulder_therapeutics.core"
    label = "core"

    def ready(self):
        from wagtail.models import ReferenceIndex

        from boulder_therapeutics.images.encoding import wake_encoder
        from boulder_therapeutics.operations.site import sync_default_site

        from . import cache_rules
        from .clinic.phone import cache_phone
        from .contact import create, mail  # noqa: F401
        from .privacy import messages, stored_data  # noqa: F401

        cache_rules.register()
        # Where an image is used says which renditions it needs.
        ReferenceIndex.register_model(self.get_model("ClinicSettings"))
        for name in "ClinicSettings", "Person":
            post_save.connect(wake_encoder, sender=self.get_model(name))
        post_save.connect(
            lambda instance, **kwargs: cache_phone(instance),
            sender=self.get_model("ClinicSettings"),
            weak=False,
        )
        post_migrate.connect(sync_default_site, sender=self)
