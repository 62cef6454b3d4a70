from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Demo content, and the commands that load it."""

    name = "boulder_therapeutics.demo"
    label = "demo"
