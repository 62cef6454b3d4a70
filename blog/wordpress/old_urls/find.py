"""Where an old URL leads on this site: always to its final place."""

import re

from django.urls import reverse

from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from blog.models import BlogPage
from boulder_therapeutics.core.publishing.restrictions import only_public
from boulder_therapeutics.images.models import CustomImage

from ..convert.links import UPLOADS, variants
from ..models import ImportedItem, OldUrl
from ..models.ledger import OTHER_KINDS
from ..write.ledger import path_digest
from .lists import DATE, FEED, find_list
from .paths import url_path_of
from .visibility import has_public_url

# What WordPress adds to the URL of a page.
SUFFIX = re.compile(
    r"/(?:amp|embed|trackback|\d{1,4}|comment-page-\d+|page/\d+|attachment/[^/]+"
    r"|feed(?:/(?:atom|rss2?|rdf))?)$"
)
# The articles of a year or month: not the second page of anything.
ARCHIVE = re.compile(r"/\d{4}(?:/\d{1,2})?$")
NUMBERS = ("p", "page_id", "attachment_id")
MAX_PATH = 2_000
HOME_DEPTH = 2  # of the home pages; a draft hides all pages of its language


def find_path(path, query=None):
    """Return the URL for a path of the old site, or None.

    The old site may have been in a folder: then paths are looked for below it, too.
    So are those below "/index.php", which servers without rewriting had.
    """
    path = path.rstrip("/")
    if not path or len(path) > MAX_PATH:
        return None
    if found := _find_item(path) or _find_feed(path):
        return found
    inner = _below_folder(path)
    if inner == "":
        return find_query(query) if query and query.keys() & QUERIES else "/"
    found = inner and land(inner)
    return found or find_list(path) or _find_without_suffix(path)


def _below_folder(path):
    """Return the rest of a path in the folder of an old site, or None for others."""
    sources = ImportedItem.objects.order_by().values_list("source", flat=True)
    folders = {f"/{source.partition('/')[2]}" for source in sources.distinct()}
    for folder in folders - {"/"} | {"/index.php"}:
        if path == folder or path.startswith(f"{folder}/"):
            return path.removeprefix(folder)
    return None


def find_query(query):
    """Return the URL for a query of the old home page, or None; see `QUERIES`."""
    for name in NUMBERS:
        if number := _number(query.get(name)):
            return _find_number(number)
    if "feed" in query:
        is_comments = query["feed"].startswith("comments")
        return find_list("/comments/feed" if is_comments else "/feed")
    if tag := query.get("tag"):
        return find_list(f"/tag/{tag}")
    if (month := query.get("m", "")).isdecimal() and len(month) in {4, 6, 8}:
        return find_list(f"/{month[:4]}/{month[4:6]}".rstrip("/"))
    return _find_term(query)


QUERIES = {*NUMBERS, "author", "cat", "feed", "m", "tag"}


def land(path):
    """Return the URL at which a visitor of an old path arrives, or None for a 404.

    In the order in which a request would be handled.
    """
    url_path = url_path_of(path, Site.objects.get(is_default_site=True))
    page = only_public(Page.objects.filter(url_path=url_path)).first()
    if page and not page.get_ancestors().filter(depth=HOME_DEPTH, live=False).exists():
        return page.url
    redirect = Redirect.objects.filter(old_path=Redirect.normalise_path(path)).first()
    return (redirect and redirect.link) or find_path(path)


def _number(text):
    is_number = (text or "").isascii() and (text or "").isdigit() and len(text) < 19
    return int(text) if is_number else 0


def _find_number(number):
    """Return the URL of the page or file with a number, which are numbered as one."""
    rows = ImportedItem.objects.filter(wordpress_id=number)
    rows = filter(has_public_url, rows.defer("raw").order_by("copy", "-kind"))
    return next(filter(None, map(url_of, rows)), None)


def _find_term(query):
    for name, kind, prefix in ("cat", "category", "category"), ("author",) * 3:
        number = _number(query.get(name))
        row = number and ImportedItem.objects.filter(kind=kind, raw=str(number)).first()
        if row and row.target:
            return find_list(f"/{prefix}/{row.target.slug}")
    return None


def _find_item(path):
    """Return the URL of the page or file that had a path, or None."""
    return next(filter(None, map(url_of, _public_rows(path))), None)


def _find_feed(path):
    """Return the URL of the feed of comments on the article that had a path, or None.

    By its path, as another article may have the slug here that it had there.
    """
    feed = FEED.match(path)
    rows = _public_rows(feed["rest"]) if feed else []
    ids = [row.target_id for row in rows if row.kind not in OTHER_KINDS]
    article = BlogPage.objects.published().filter(pk__in=ids).first()
    return article and reverse("comments:article_feed", args=[article.pk])


def _public_rows(path):
    """Return what visitors could see at a path, or at one that it is a version of."""
    names = [path]
    before, found, name = path.partition(UPLOADS)
    if found:
        names = [
            f"{UPLOADS}{each}" for each in variants(re.sub(r"^sites/\d+/", "", name))
        ]
    rows = OldUrl.objects.filter(digest__in=map(path_digest, names))
    items = {row.path: row.item for row in rows.select_related("item")}
    found = [items[name] for name in names if name in items]
    return filter(has_public_url, found)


def _find_without_suffix(path):
    shorter = SUFFIX.sub("", path)
    if not shorter or shorter == path or DATE.match(path) or ARCHIVE.search(path):
        return None
    return land(shorter)


def url_of(row):
    """Return the URL of what an item became, or None if visitors cannot see it."""
    if row.target_id is None:
        return None
    if row.kind not in OTHER_KINDS:
        page = only_public(Page.objects.filter(pk=row.target_id)).first()
        return page and page.url
    target = row.target
    if isinstance(target, CustomImage):
        return target.file.url
    return target.url if isinstance(target, get_document_model()) else None
