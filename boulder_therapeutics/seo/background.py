"""Draw the sharing cards of newly published pages before they are first shared."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from wagtail.models import Page

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.images.locks import machine_lock
from boulder_therapeutics.operations.background import BackgroundWork

from .sharing_card import card_of_page

logger = logging.getLogger(__name__)

NEW = timedelta(hours=1)


def draw_new_cards():
    """Draw the cards of pages published within the last hour."""
    new = Page.objects.live().filter(last_published_at__gte=timezone.now() - NEW)
    clinic = ClinicSettings.load()
    for page in new.specific().iterator():
        try:
            with machine_lock("encoding"):
                card_of_page(page, clinic).save()
        except Exception:
            logger.exception("The card of page %s could not be drawn", page.pk)


def wake_card_drawer(**kwargs):
    """Have the web process draw the card of a published page, after the commit."""
    transaction.on_commit(card_drawer.wake)


card_drawer = BackgroundWork(draw_new_cards, delay=1, low_priority=True)
