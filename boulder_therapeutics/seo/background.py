"""Draw the sharing cards of newly published pages before they are first shared."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from wagtail.models import Page

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.images.locks import machine_lock
from boulder_therapeutics.operations.background import BackgroundWork

from .sharing_card import card_of_page

NEW = timedelta(hours=1)


def draw_new_cards():
    """Draw the cards of pages published within the last hour."""
    new = Page.objects.live().filter(last_published_at__gte=timezone.now() - NEW)
    clinic = ClinicSettings.load()
    for page in new.specific().iterator():
        with machine_lock("encoding"):
            card_of_page(page, clinic).save()


def wake_card_drawer(**kwargs):
    """Have the web process draw the card of a published page, after the commit."""
    transaction.on_commit(card_drawer.wake)


card_drawer = BackgroundWork(draw_new_cards, delay=1, low_priority=True)
