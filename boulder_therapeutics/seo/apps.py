from django.apps import AppConfig


class SeoConfig(AppConfig):
    """What search engines and link previews read."""

    name = "boulder_therapeutics.seo"
    label = "seo"
