from django.apps import AppConfig


class ImagesConfig(AppConfig):
    """Uploaded images and the sizes of them that visitors get."""

    name = "boulder_therapeutics.images"
    label = "images"

    def ready(self):
        """Install the encoders and make images when pages are published."""
        from wagtail.signals import page_published

        from . import formats, making

        formats.register()
        page_published.connect(making.on_change)
