"""Pages that are found by texts of the clinic's settings, or of a person."""

from django.apps import apps

from wagtail.search import index

PAGES_WITH_SETTINGS = ["core.ContactPage", "services.ServiceIndexPage"]


def index_settings(**kwargs):
    """Index the pages again that show texts of the settings, as these have changed."""
    for label in PAGES_WITH_SETTINGS:
        for page in apps.get_model(label).objects.all():
            index.insert_or_update_object(page)


def index_pages_about(instance, **kwargs):
    """Index the pages about a person again, as they show its texts."""
    for page in instance.pages.all():
        index.insert_or_update_object(page)
