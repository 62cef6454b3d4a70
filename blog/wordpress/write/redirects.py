"""Redirects from the old URLs of pages, one for each, straight to the page."""

from urllib.parse import quote, urlsplit

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from ..models import OldUrl
from ..old_urls.paths import url_path_of
from .outlines import add_old_urls, former_paths, old_paths

PATH_LIMIT = 255


def write_redirects(context, written):
    """Redirect the old paths of (item, page, row) that visitors could see."""
    _add_paths(context, written)
    public = {row.pk: page for _, page, row in written if row.is_public}
    _remove([row for _, _, row in written if not (row.is_public or row.was_new)])
    wanted = {}
    for path, row in OldUrl.objects.filter(item__in=public).values_list("path", "item"):
        old = Redirect.normalise_path(quote(path))
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


def _add_paths(context, written):
    """Save paths that changed; those of before come after all present ones."""
    for paths in old_paths, former_paths:
        found = [(row, paths(item, context)) for item, _, row in written]
        add_old_urls(context.source, found)


def _remove(rows):
    """Remove the redirects to pages that were public when they were imported."""
    paths = OldUrl.objects.filter(item__in=rows).values_list("path", flat=True)
    old = [Redirect.normalise_path(quote(path)) for path in paths]
    pages = [row.target_id for row in rows]
    Redirect.objects.filter(redirect_page__in=pages, old_path__in=old).delete()


def _path_of(page):
    return Redirect.normalise_path(urlsplit(page.url or "").path)


def _note_conflict(context, redirect, page):
    if page is not None and redirect.redirect_page_id != page.pk:
        text = f"{redirect.old_path} already redirects to {redirect.link}"
        context.tally.note("URL", text, page.title)


def _note_pages(context, wanted):
    """Leave out the paths of pages of this site, which redirects cannot replace."""
    paths = {url_path_of(old, context.site): old for old in wanted}
    taken = Page.objects.filter(url_path__in=paths, live=True)
    for url_path in taken.values_list("url_path", flat=True):
        page = wanted.pop(paths[url_path])
        text = f"{paths[url_path]} is another page here"
        context.tally.note("URL", text, page.title)
