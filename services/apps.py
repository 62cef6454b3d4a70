from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """The problems that the clinic treats, and how."""

    name = "services"
