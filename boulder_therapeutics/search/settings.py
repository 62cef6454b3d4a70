"""Pages that are found by texts of the clinic's settings."""

from django.apps import apps

from wagtail.search import index

PAGES_WITH_SETTINGS = ["core.ContactPage", "services.ServiceIndexPage"]


def index_settings(**kwargs):
    """Index the pages again that show texts of the settings, as these have changed."""
    for label in PAGES_WITH_SETTINGS:
        for page in apps.get_model(label).objects.all():
            index.insert_or_update_object(page)
