from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The content that shows the clinic what its site will be like."""

    name = "boulder_therapeutics.demo"
    label = "demo"
