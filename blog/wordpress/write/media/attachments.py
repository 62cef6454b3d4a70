"""Attachments: images to the image library, everything else to the documents."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image, UnidentifiedImageError

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from wagtail.documents import get_document_model
from wagtail.models import Collection

from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.images.uploads import FORMATS, clean_image

from ...convert.links import upload_of
from ...convert.text import one_line
from ...read.dates import to_utc
from ...report.tally import FAILED, IMPORTED, SKIPPED, UPDATED

COLLECTION = "WordPress"
# What Wagtail serves as a download; nothing that a browser or server would run.
DOCUMENTS = {
    *[
        "csv",
        "doc",
        "docx",
        "epub",
        "gpx",
        "ics",
        "key",
        "m4a",
        "m4v",
        "mov",
        "mp3",
        "mp4",
        "mpg",
        "odp",
        "ods",
        "odt",
        "ogg",
        "ogv",
    ],
    *["pages", "pdf", "ppt", "pptx", "rtf", "txt", "wav", "webm", "xls", "xlsx", "zip"],
}
NOT_FOUND = "its file is missing"
MAX_DOWNLOAD = 50_000_000  # bytes


class MediaError(Exception):
    """A file that cannot be imported, with the reason."""


@dataclass
class FoundFile:
    name: str
    data: bytes


def upload_path(item):
    """Return where the file of an attachment was in the uploads folder."""
    attached = item.get_meta("_wp_attached_file").lstrip("/")
    path = upload_of(item.get("wp:attachment_url")) or upload_of(item.get("guid"))
    if attached and "://" not in attached:
        return attached
    name = PurePosixPath(item.get("wp:attachment_url") or item.get("guid")).name
    return path or name.partition("?")[0]


class MediaWriter:
    """Writes the files of attachments; in a dry run, only rows."""

    def __init__(self, context, uploads, downloader=None):
        self.context, self.uploads, self.downloader = context, uploads, downloader
        self._collection, self.has_new = None, False

    def write_all(self, items):
        """Import attachments; return the (item, row) of those that are new."""
        ledger, new = self.context.ledger, []
        rows = ledger.find(items)
        for item in items:
            known = rows.get(item.key)
            row = self.write(item, known)
            if row is not None and known is None:
                new.append((item, row))
            elif row is not None:
                ledger.run.saved()
                row.save()
                ledger.note(row)
        ledger.add([row for _, row in new])
        return new

    def write(self, item, row):
        """Import one attachment and count it; return its row of the ledger or None."""
        try:
            file = self._find(item)
            target, extra = self._save(item, file)
        except MediaError as error:
            self._count_problem(item, str(error))
            return None
        self.has_new = True
        outcome = UPDATED if row else IMPORTED
        self.context.tally.item(item, outcome)
        return self._row(item, row, target, extra)

    def _count_problem(self, item, reason):
        outcome = SKIPPED if reason == NOT_FOUND else FAILED
        self.context.tally.item(item, outcome, reason)
        where = item.get("wp:attachment_url") or upload_path(item)
        self.context.tally.note("media", f"{item.get('title')}: {reason}", where)

    def _find(self, item):
        path = upload_path(item)
        if name := self.uploads.find(path):
            try:
                return FoundFile(PurePosixPath(name).name, self.uploads.read(name))
            except (ValueError, OSError) as error:
                raise MediaError(str(error)) from error
        if self.downloader and not self.context.options.dry_run:
            data = self.downloader.fetch(item.get("wp:attachment_url"))
            return FoundFile(PurePosixPath(path).name, data)
        raise MediaError(NOT_FOUND)

    def _save(self, item, file):
        """Return the image or document, and the caption to keep in the ledger."""
        if not file.data:
            raise MediaError("its file is empty")
        if _is_image(file.data):
            return self._save_image(item, file), one_line(item.get("excerpt:encoded"))
        extension = file.name.rpartition(".")[2].lower()
        if extension not in DOCUMENTS:
            raise MediaError(f"files of type .{extension[:10]} are not imported")
        return self._save_document(item, file), ""

    def _save_image(self, item, file):
        try:
            clean = clean_image(ContentFile(file.data, name=file.name))
        except ValidationError as error:
            raise MediaError(error.messages[0]) from error
        data = clean.read()
        clean.seek(0)
        digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        same = CustomImage.objects.filter(file_hash=digest).first()
        return same or self._create_image(item, clean, data, digest)

    def _create_image(self, item, clean, data, digest):
        alt = one_line(item.get_meta("_wp_attachment_image_alt"))
        fields = {
            "title": _title(item, clean.name),
            "description": alt[:255],
            "collection": self.collection,
            "file_hash": digest,
            "file_size": len(data),
            "created_at": self._date(item),
        }
        if self.context.options.dry_run:
            return self._pretend(fields, clean.name, data)
        file = _orphan(CustomImage, clean.name, data) or clean
        image = CustomImage.objects.create(**fields, file=file)
        self.context.new_files.append(image.file)
        _set_date(image, fields["created_at"])
        return image

    def _pretend(self, fields, name, data):
        """Create the row of an image without writing its file."""
        with Image.open(BytesIO(data)) as picture:
            width, height = picture.size
        name = f"original_images/{name}"
        image = CustomImage(**fields, file=name, width=width, height=height)
        CustomImage.objects.bulk_create([image])
        return image

    def _save_document(self, item, file):
        model = get_document_model()
        digest = hashlib.sha1(file.data, usedforsecurity=False).hexdigest()
        if same := model.objects.filter(file_hash=digest).first():
            return same
        document = model(
            title=_title(item, file.name),
            collection=self.collection,
            file_hash=digest,
            file_size=len(file.data),
            created_at=self._date(item),
        )
        if self.context.options.dry_run:
            document.file = f"documents/{file.name}"
            model.objects.bulk_create([document])
        else:
            content = ContentFile(file.data, name=file.name)
            document.file = _orphan(model, file.name, file.data) or content
            document.save()
            self.context.new_files.append(document.file)
            _set_date(document, self._date(item))
        return document

    def _date(self, item):
        gmt, local = item.get("wp:post_date_gmt"), item.get("wp:post_date")
        return to_utc(gmt, local, self.context.zone) or timezone.now()

    def _row(self, item, row, target, caption):
        ledger = self.context.ledger
        values = {
            "sha256": item.sha256,
            "comments_sha256": item.comments_sha256,
            "is_public": item.parent not in self.context.scan.hidden,
            "wordpress_parent": item.parent or None,
            "raw": caption,
            "guid": item.get("guid"),
        }
        if row is None:
            return ledger.new_row(item.key, target, **values)
        for name, value in values.items():
            setattr(row, name, value)
        row.target = target
        return row

    @property
    def collection(self):
        """The collection of imported files, created when the first one is saved."""
        if self._collection is None:
            root = Collection.get_first_root_node()
            found = root.get_children().filter(name=COLLECTION).first()
            self._collection = found or root.add_child(name=COLLECTION)
        return self._collection

    def forget(self):
        """Forget the collection of a transaction that was rolled back."""
        self._collection = None


def _set_date(target, date):
    """Set when a file was uploaded, which saving sets to the present time."""
    type(target).objects.filter(pk=target.pk).update(created_at=date)


def _orphan(model, name, data):
    """Return the path of the same file that no row refers to, or "".

    An import that was killed before its commit left it behind.
    """
    field = model._meta.get_field("file")
    path, storage = field.generate_filename(model(), name), field.storage
    if not storage.exists(path) or storage.size(path) != len(data):
        return ""
    with storage.open(path) as file:
        is_same = file.read() == data
    return path if is_same and not model.objects.filter(file=path).exists() else ""


def _title(item, name):
    return (one_line(item.get("title")) or name)[:255]


def _is_image(data):
    try:
        with Image.open(BytesIO(data), formats=list(FORMATS)):
            return True
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError):
        return False
