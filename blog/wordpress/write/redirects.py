"""Redirects from the old URLs of pages, one for each, straight to the page."""

from urllib.parse import urlsplit

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from ..models import OldUrl
from ..old_urls.paths import url_path_of

PATH_LIMIT = 255


def write_redirects(context, written):
    """Redirect the old paths of (item, page, row) that visitors could see."""
    public = {row.pk: page for _, page, row in written if row.is_public}
    wanted = {}
    for path, row in OldUrl.objects.filter(item__in=public).values_list("path", "item"):
        old = Redirect.normalise_path(path)
        page = public[row]
        if len(old) <= PATH_LIMIT and old != _path_of(page):
            wanted.setdefault(old, page)
    existing = Redirect.objects.filter(old_path__in=wanted)
    for redirect in existing.select_related("redirect_page"):
        _note_conflict(context, redirect, wanted.pop(redirect.old_path, None))
    _note_pages(context, wanted)
    Redirect.objects.bulk_create(
        Redirect(old_path=old, site=context.site, redirect_page=page.page_ptr)
        for old, page in wanted.items()
    )
    context.tally.extra["redirects"] += len(wanted)


def _path_of(page):
    return Redirect.normalise_path(urlsplit(page.url or "").path)


def _note_conflict(context, redirect, page):
    if page is not None and redirect.redirect_page_id != page.pk:
        text = f"{redirect.old_path} already redirects to {redirect.link}"
        context.tally.note("url", text, page.title)


def _note_pages(context, wanted):
    """Leave out the paths of pages of this site, which redirects cannot replace."""
    paths = {url_path_of(old, context.site): old for old in wanted}
    taken = Page.objects.filter(url_path__in=paths, live=True)
    for url_path in taken.values_list("url_path", flat=True):
        page = wanted.pop(paths[url_path])
        text = f"{paths[url_path]} is another page here"
        context.tally.note("url", text, page.title)
