"""The Spanish translations of some pages."""

from wagtail.models import Locale, Page

from ..content import spanish
from .articles import local_time
from .bodies import make_body
from .pages import FILL, publish

# The URL paths of the English pages, parents before their children.
TRANSLATIONS = [
    ("/", spanish.HOME),
    ("/services/", spanish.SERVICES_INDEX),
    *((f"/services/{slug}/", page) for slug, page in spanish.SERVICES.items()),
    ("/blog/", spanish.BLOG_INDEX),
    ("/blog/runners-knee/", spanish.RUNNERS_KNEE),
    ("/contact/", spanish.CONTACT),
    ("/privacy/", spanish.PRIVACY),
]


def load_spanish(home):
    """Create the missing translations below the translation of `home`."""
    locale = Locale.objects.get_or_create(language_code="es")[0]
    for path, content in TRANSLATIONS:
        pages = Page.objects.filter(url_path=home.url_path.rstrip("/") + path)
        original = pages.first()
        if original and not original.has_translation(locale):
            translate(original.specific, locale, content)


def translate(original, locale, content):
    """Publish a copy of `original` with the texts of `content`."""
    page = original.copy_for_translation(locale)
    page.title = page.draft_title = content["title"]
    page.slug = content["slug"]
    page.search_description = content["search_description"]
    fill = FILL.get(type(page), fill_article)
    fill(page, content)
    publish(page)


def fill_article(page, content):
    """Fill in an article; its authors, topics and review are those of the original."""
    page.introduction = content["introduction"]
    page.date = local_time(content["date"])
    page.body = make_body(content["body"])
    page.tags.set(content["tags"], clear=True)
