from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """The services of the clinic."""

    name = "services"
