"""Images and documents as attachments, which WordPress fetches by their URLs."""

from urllib.parse import urljoin

from django.conf import settings

from wagtail.documents import get_document_model

from boulder_therapeutics.images.models import CustomImage

from .xml import gmt, local

# Pages, images and documents have separate numbers here, but not in WordPress.
IMAGE_NUMBERS, DOCUMENT_NUMBERS = 10_000_000, 20_000_000


def write_attachments(wxr):
    for image in CustomImage.objects.order_by("pk").iterator():
        write_attachment(wxr, image, IMAGE_NUMBERS, alt=image.default_alt_text)
    for document in get_document_model().objects.order_by("pk").iterator():
        write_attachment(wxr, document, DOCUMENT_NUMBERS)


def write_attachment(wxr, upload, numbers, alt=""):
    url, number = file_url(upload.file), numbers + upload.pk
    wxr.start("item")
    fields = {
        "title": upload.title,
        "link": url,
        "dc:creator": "",
        "guid": url,
        "content:encoded": "",
        "excerpt:encoded": "",
        "wp:post_id": number,
        "wp:post_date": local(upload.created_at),
        "wp:post_date_gmt": gmt(upload.created_at),
        "wp:comment_status": "closed",
        "wp:ping_status": "closed",
        "wp:post_name": f"attachment-{number}",
        "wp:status": "inherit",
        "wp:post_parent": 0,
        "wp:menu_order": 0,
        "wp:post_type": "attachment",
        "wp:post_password": "",
        "wp:is_sticky": 0,
        "wp:attachment_url": url,
    }
    wxr.add_all(fields)
    wxr.add_meta("_wp_attached_file", upload.file.name)
    if alt:
        wxr.add_meta("_wp_attachment_image_alt", alt)
    wxr.end("item")


def file_url(file):
    """Return the absolute URL of an uploaded file."""
    return urljoin(settings.SITE_URL, file.url)
