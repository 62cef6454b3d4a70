from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from wagtail.models import Site

from boulder_therapeutics.operations.site import is_untouched

# The model, the title, and whether the page is in the main menu, in this order. Models
# of other apps are named as in `HomePage.subpage_types`.
SECTIONS = [
    ("services.ServiceIndexPage", "Services", True),
    ("blog.BlogIndexPage", "Blog", True),
    ("core.StandardPage", "About", True),
    ("core.ContactPage", "Contact", True),
    ("core.StandardPage", "Privacy", False),
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
        for name, title, in_menu in SECTIONS:
            if title.lower() not in taken:
                page = apps.get_model(name)(title=title, show_in_menus=in_menu)
                home.add_child(instance=page)
