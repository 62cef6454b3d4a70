from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from wagtail.models import Site

from boulder_therapeutics.operations.site import is_untouched

BEGUN = "We are still writing this page. Please ask us if you have a question."
# In the order of the menu. Models of other apps are named as in
# `HomePage.subpage_types`.
SECTIONS = [
    ("services.ServiceIndexPage", {"title": "Services", "show_in_menus": True}),
    ("blog.BlogIndexPage", {"title": "Blog", "show_in_menus": True}),
    (
        "core.StandardPage",
        {"title": "About", "show_in_menus": True, "introduction": BEGUN},
    ),
    ("core.ContactPage", {"title": "Contact", "show_in_menus": True}),
    ("core.StandardPage", {"title": "Privacy", "introduction": BEGUN}),
]


class Command(BaseCommand):
    help = "Create the empty sections of a new site, unless somebody has worked on it."

    @transaction.atomic
    def handle(self, **options):
        if not is_untouched():
            self.stdout.write("This site has been edited: no pages were created.")
            return
        home = Site.objects.get(is_default_site=True).root_page
        taken = set(home.get_children().values_list("slug", flat=True))
        for model, fields in SECTIONS:
            if fields["title"].lower() not in taken:
                home.add_child(instance=apps.get_model(model)(**fields))
