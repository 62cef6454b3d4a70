"""Where things go on this site, for each of its languages."""

import uuid

from django.contrib.auth import get_user_model

from wagtail.models import Locale, Site

from blog.models import BlogIndexPage
from boulder_therapeutics.core.models import HomePage, StandardPage
from services.models import ServiceIndexPage

from ..read.errors import ExportError
from ..write.pages.places import Place, Places


def find_site(host):
    if not host:
        site = Site.objects.filter(is_default_site=True).first()
    else:
        site = Site.objects.filter(hostname=host).first()
    if site is None:
        raise ExportError(f"There is no site {host or 'yet'} here.")
    return site


def check_accounts(options):
    """Raise ExportError if an account that was named for authors is not here."""
    names = {*options.authors.values()}
    names |= {options.default_author} if options.default_author else set()
    model = get_user_model()
    found = model.objects.filter(**{f"{model.USERNAME_FIELD}__in": names})
    missing = names - {user.get_username() for user in found}
    if missing:
        raise ExportError(f"There is no account {', '.join(sorted(missing))} here.")


def find_parent(site, path):
    """Return the page below which imported pages go."""
    root = site.root_page.specific
    if not path.strip("/"):
        return root
    url_path = f"{root.url_path.rstrip('/')}/{path.strip('/')}/"
    page = StandardPage.objects.filter(url_path=url_path).first()
    if page is None:
        raise ExportError(f"There is no standard page {path} to put pages below.")
    return page


def find_places(context):
    """Return the places for all languages of the export; create what is missing."""
    home = context.site.root_page.specific
    default = _make_place(context, home, context.root)
    places = Places(default)
    own = context.scan.site.language
    for code in {own, *context.scan.languages} - {""}:
        translated = _home_in(home, code)
        if translated == home:
            places.by_code[code] = default
        elif translated:
            places.by_code[code] = _make_place(context, translated, translated)
        elif number := context.scan.languages[code]:
            text = f"this site has no pages in {code}, so they are in its main language"
            context.tally.note("language", text, f"{number} posts and pages")
    places.unmarked = places.by_code.get(own, default)
    if any(key.startswith("_wpml_") for key in context.scan.meta_keys):
        text = "WPML does not say in which language a page is, so all are in one"
        context.tally.note("language", text, "the whole export")
    return places


def _home_in(home, code):
    """Return the home page in a language, such as "es" or "es_MX", or None."""
    for name in (code.lower().replace("_", "-"), code[:2].lower()):
        locale = Locale.objects.filter(language_code=name).first()
        if locale == home.locale:
            return home
        if found := locale and home.get_translation_or_none(locale):
            return found if found.live else None
    return None


def _make_place(context, home, root):
    services = ServiceIndexPage.objects.descendant_of(home).first()
    if services is None and context.options.services:
        services = _create(context, home, ServiceIndexPage, "Services", "services")
    return Place(home.locale, root, _find_index(context, home), services)


def _find_index(context, home):
    """Return the blog below `home`; create it if there is none."""
    index = BlogIndexPage.objects.descendant_of(home).first()
    return index or _create(context, home, BlogIndexPage, "Blog", "blog")


def _create(context, home, model, title, slug):
    if not isinstance(home, HomePage):
        raise ExportError(f"The site has no home page to put a {slug} page below.")
    key = uuid.uuid5(uuid.NAMESPACE_URL, f"{context.source}#{slug}")
    page = model(title=title, slug=slug, show_in_menus=True, locale=home.locale)
    page.translation_key = key
    if other := model.objects.exclude(locale=home.locale).first():
        page.translation_key = other.translation_key
        page.title, page.slug = other.title, other.slug
    context.ledger.run.saved()
    home.add_child(instance=page)
    context.tally.note("page", f"the page “{page.title}” was created", page.url)
    return page
