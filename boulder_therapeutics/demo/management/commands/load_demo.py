from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction

from ...loader.accounts import demo_password, load_accounts
from ...loader.articles import create_articles, fill_articles
from ...loader.clinic import (
    link_health_data,
    load_categories,
    load_clinic,
    load_people,
)
from ...loader.comments import load_comments
from ...loader.pages import HEALTH_DATA_SLUG, create_pages, fill_pages, load_home
from ...loader.spanish import load_spanish


class Command(BaseCommand):
    help = "Load the demo content, without changing existing content."

    @transaction.atomic
    def handle(self, **options):
        accounts = load_accounts()
        admin = get_user_model().objects.get(username="admin")
        load_clinic()
        load_people()
        load_categories()
        home = load_home()
        pages = create_pages(home, owner=admin)
        articles = create_articles(owner=admin)
        fill_pages(pages)
        if HEALTH_DATA_SLUG in pages:
            link_health_data(pages[HEALTH_DATA_SLUG][0])
        fill_articles(articles)
        load_spanish(home)
        load_comments(articles, staff=admin)
        self.stdout.write(f"{len(pages)} pages and {len(articles)} articles created.")
        if accounts:
            names = ", ".join(accounts)
            self.stdout.write(f"Accounts: {names}. Password: {demo_password()}")
