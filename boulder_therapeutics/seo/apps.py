from django.apps import AppConfig


class SeoConfig(AppConfig):
    """Metadata for search engines and link previews."""

    name = "boulder_therapeutics.seo"
    label = "seo"
