from django.apps import AppConfig


class SeoConfig(AppConfig):
    """Metadata for search engines and link previews."""

    name = "boulder_therapeutics.seo"
    label = "seo"

    def ready(self):
        from wagtail.signals import page_published

        from .background import wake_card_drawer

        page_published.connect(wake_card_drawer)
