from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Starting, serving and watching the site."""

    name = "boulder_therapeutics.operations"
    label = "operations"
