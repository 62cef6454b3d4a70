from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """What the clinic treats, and how."""

    name = "services"
