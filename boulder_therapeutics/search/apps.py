from django.apps import AppConfig
from django.db.models.signals import post_save


class SearchConfig(AppConfig):
    """The search page of the site."""

    name = "boulder_therapeutics.search"
    label = "search"

    def ready(self):
        from boulder_therapeutics.core.models import ClinicSettings, Person

        from .settings import index_pages_about, index_settings

        post_save.connect(index_settings, sender=ClinicSettings)
        post_save.connect(index_pages_about, sender=Person)
