"""Resolves links and images of the old site with the ledger."""

from django.contrib.contenttypes.models import ContentType

from wagtail.documents import get_document_model
from wagtail.models import Page

from boulder_therapeutics.images.models import CustomImage

from ..convert.links import UPLOADS, read_url, variants
from ..convert.result import Picture
from ..models import ImportedItem
from ..models.ledger import OTHER_KINDS
from .ledger import path_digest

SAFE = ("http://", "https://", "mailto:", "tel:", "sms:", "#", "/")
MAX_CACHED = 10_000
BLOCK = 100
FIELDS = ["pk", "kind", "wordpress_id", "target_type_id", "target_id"]


class LedgerResolver:
    """The resolver of an import; what it finds is cached for the whole import."""

    def __init__(self, source, site_url, reusable, find_list=lambda path: None):
        self.source, self.site_url = source, site_url
        self._reusable, self._find_list = reusable, find_list
        self._cache, self._attached = {}, {}
        rows = ImportedItem.objects.filter(source=source)
        self._rows = rows.values_list(*FIELDS, named=True)

    def link(self, url):
        found = self._cached(("link", url), self._find_link, url.strip())
        return found and dict(found)

    def url(self, url):
        link = self.link(url)
        if link is None or link.get("lost"):
            return None
        models = {"page": Page, "document": get_document_model()}
        model = models.get(link.get("linktype"))
        target = model and model.objects.filter(pk=link["id"]).first()
        return target.url if target else link.get("href")

    def _find_link(self, url):
        old = read_url(url, self.site_url)
        if old is None or (not self.site_url and url.startswith("http")):
            return {"href": url} if url.startswith(SAFE) else None
        item = self._find_item(old)
        if item and (found := self._target_link(item, old.fragment)):
            return found
        if found := self._find_list(old.path):
            return {"href": found}
        return {"href": url, "lost": True}

    def is_file(self, url):
        """Return whether a URL is that of an uploaded file of the old site."""
        old = read_url(url, self.site_url)
        return bool(old and old.upload)

    def picture(self, url, number=0):
        old = read_url(url, self.site_url) if url else None
        item = self._find_upload(old.upload) if old and old.upload else None
        if item is None and number:
            item = self._by_number(number, is_file=True)
        if item is None or item.target_type_id != self._type(CustomImage):
            return None
        return self._cached(("picture", item.target_id), self._load_picture, item)

    def reusable(self, number):
        return self._reusable.get(number, "")

    def attached(self, number):
        return [pk for _, pk in sorted(self._attached.get(number, []))]

    def set_attached(self, attached):
        """Set the (order, number) of the images of each post, for `[gallery]`."""
        self._attached = attached

    def find_page(self, number):
        """Return the row of a post or page with a number, or None."""
        return self._by_number(number)

    def _find_item(self, old):
        if old.number:
            return self._by_number(old.number) or self._by_number(old.number, True)
        if old.upload and (item := self._find_upload(old.upload)):
            return item
        return self._by_path(old.path)

    def _target_link(self, item, fragment):
        if item.kind not in OTHER_KINDS:
            if fragment:
                page = Page.objects.filter(pk=item.target_id).first()
                return page and {"href": f"{page.url}#{fragment}"}
            return {"linktype": "page", "id": item.target_id}
        if item.target_type_id == self._type(get_document_model()):
            return {"linktype": "document", "id": item.target_id}
        image = CustomImage.objects.filter(pk=item.target_id).first()
        return image and {"href": image.file.url}

    def _by_number(self, number, is_file=False):
        block = number // BLOCK
        key = "block", block, is_file
        return self._cached(key, self._load_block, block, is_file).get(number)

    def _load_block(self, block, is_file):
        """Return the rows with numbers near each other, as links often go there."""
        first = block * BLOCK
        rows = self._rows.filter(
            wordpress_id__range=(first, first + BLOCK - 1), target_id__isnull=False
        )
        rows = rows.filter(kind="attachment") if is_file else rows.pages()
        return {row.wordpress_id: row for row in rows.order_by("-copy")}

    def _find_upload(self, name):
        names = [f"{UPLOADS}{each}" for each in variants(name)]
        found = (self._by_path(each) for each in names)
        return next(filter(None, found), None)

    def _by_path(self, path):
        path = path.rstrip("/") or "/"
        return self._cached(("path", path), self._load_path, path)

    def _load_path(self, path):
        digest = path_digest(path)
        rows = self._rows.filter(old_urls__source=self.source, old_urls__digest=digest)
        return rows.first()

    def _load_picture(self, item):
        image = CustomImage.objects.filter(pk=item.target_id).first()
        row = ImportedItem.objects.filter(pk=item.pk).values_list("raw", flat=True)
        return image and Picture(image.pk, image.description, row.first() or "")

    def _type(self, model):
        return ContentType.objects.get_for_model(model).pk

    def _cached(self, key, load, *arguments):
        if key not in self._cache:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            self._cache[key] = load(*arguments)
        return self._cache[key]

    def forget(self):
        """Discard the cached rows, after others were added or some rolled back."""
        self._cache.clear()
