from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class ImagesConfig(AppConfig):
    """Uploaded images, and the renditions of them that visitors get."""

    name = "boulder_therapeutics.images"
    label = "images"

    def ready(self):
        from wagtail.signals import page_published

        from . import workarounds
        from .encoding import wake_encoder

        workarounds.install()
        page_published.connect(wake_encoder)
        post_save.connect(wake_encoder, sender=self.get_model("CustomImage"))
        post_delete.connect(wake_encoder, sender=self.get_model("Rendition"))
