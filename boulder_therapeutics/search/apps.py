from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The search page of the site."""

    name = "boulder_therapeutics.search"
    label = "search"
