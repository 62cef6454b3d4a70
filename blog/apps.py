from django.apps import AppConfig


class BlogConfig(AppConfig):
    """Articles: their list, categories and feeds."""

    name = "blog"
