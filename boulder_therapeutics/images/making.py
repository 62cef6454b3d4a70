"""Make the pictures of a page when it is published, not when it is first visited.

Whatever a page shows is made by rendering the page. In the web process a thread does
it, after the commit; a command does it itself. What a stopped process has left undone
is found again when the next one starts.
"""

import logging
import threading
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.db import close_old_connections, transaction
from django.http import HttpRequest
from django.template.loader import render_to_string

from wagtail.models import Page

from boulder_therapeutics.core.models import ClinicSettings, Person
from boulder_therapeutics.seo.sharing_card import Card, card_of_page

from .models import CustomImage

logger = logging.getLogger(__name__)

# Only a page shows pictures in this format; the admin has small ones of its own.
SHOWN = "format-avif"
START_LOCK = 60  # seconds in which only one process looks for what is missing

_lock = threading.Lock()
_waiting = {}  # in order, each once
_maker = None
_mode = "at once"


def work_later():
    """From now on make nothing: the web process will, when it starts."""
    global _mode
    _mode = "later"


def work_in_thread():
    """From now on make pictures in a thread of this process, what is missing first."""
    global _mode
    _mode = "thread"
    if cache.add("pictures-looked-for", True, START_LOCK):
        _wake(find_missing, None)


def make_soon(thing):
    """Make all pictures of a page or person, or of all that show an image."""
    transaction.on_commit(lambda: _do(make, thing))


def on_change(sender, instance, **kwargs):
    """Make the pictures of a page that was published, or a person who was saved."""
    make_soon(instance)


def make_card(card):
    """Make a sharing card that a visitor's page has turned out to lack.

    At once, as whoever shares the page asks for it next.
    """
    if _mode == "thread":
        _try(Card.make, card)


def make(thing):
    """Make all pictures of a page or person, or of all that show an image."""
    if isinstance(thing, CustomImage):
        for user in find_users(thing):
            make(user)
    elif isinstance(thing, Person):
        context = {"person": thing, "level": 2, "clinic": ClinicSettings.load()}
        for template in ("components/person_card.html", "components/author.html"):
            render_to_string(template, context)
    elif isinstance(thing, Page):
        # As it is now: somebody else may have changed it, or this very object.
        for page in Page.objects.live().filter(pk=thing.pk).specific():
            make_page(page)


def make_page(page):
    """Make what `page` shows, what lists show of it, and what sharers do."""
    page.serve_preview(_request_for(page), page.default_preview_mode).render()
    if cover := getattr(page, "cover", None):
        render_to_string("components/card_picture.html", {"image": cover})
    card_of_page(page, ClinicSettings.load()).make()


def find_users(image):
    """Return the live pages and the people that show `image`."""
    objects = [usage[0] for usage in image.get_usage()]
    return [thing for thing in objects if isinstance(thing, Page | Person)]


def find_missing(_):
    """Make the pictures of all that shows an image which was never made."""
    made = CustomImage.objects.filter(renditions__filter_spec__contains=SHOWN)
    for image in CustomImage.objects.exclude(pk__in=made):
        make(image)


def _request_for(page):
    request = HttpRequest()
    site = urlsplit(settings.SITE_URL)
    request.method = "GET"
    request.META = {
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
    }
    request.path = request.path_info = page.get_url() or "/"
    request.is_preview = True
    request.preview_mode = page.default_preview_mode
    return request


def _do(work, thing):
    if _mode == "thread":
        _wake(work, thing)
    elif _mode == "at once":
        _try(work, thing)


def _wake(work, thing):
    global _maker
    with _lock:
        _waiting[work, thing] = True
        if _maker is None or not _maker.is_alive():
            _maker = threading.Thread(target=_run, name="pictures", daemon=True)
            _maker.start()


def _run():
    """Make pictures until nothing waits any more."""
    global _maker
    while True:
        with _lock:
            if not _waiting:
                _maker = None
                return
            work, thing = next(iter(_waiting))
            del _waiting[work, thing]
        close_old_connections()
        _try(work, thing)
        close_old_connections()


def _try(work, thing):
    """Do it; what fails is made by the first visitor instead."""
    try:
        work(thing)
    except Exception:
        logger.exception("The pictures of %r could not be made", thing)
