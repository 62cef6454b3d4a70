"""The whole site as one file that a new WordPress imports."""

from contextlib import contextmanager

from django.conf import settings

from taggit.models import Tag
from wagtail.models import Site

from blog.models import Category
from blog.models.articles import BlogPageTag
from boulder_therapeutics.core.models import Person

from .attachments import write_attachments
from .xml import NAMESPACES, WxrWriter

# Categories and tags have separate numbers here, but not in WordPress.
TAG_NUMBERS = 10_000_000


@contextmanager
def open_wxr(path, with_personal_data):
    """Write authors, categories, tags and attachments; yield the writer for pages."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        wxr = WxrWriter(file)
        wxr.xml.startDocument()
        wxr.start("rss", version="2.0", **NAMESPACES)
        wxr.start("channel")
        write_head(wxr)
        write_authors(wxr, with_personal_data)
        write_terms(wxr)
        write_attachments(wxr)
        yield wxr
        wxr.end("channel")
        wxr.end("rss")


def write_head(wxr):
    site = Site.objects.filter(is_default_site=True).first()
    wxr.add_all(
        {
            "title": site.site_name if site else settings.WAGTAIL_SITE_NAME,
            "link": settings.SITE_URL,
            "language": settings.LANGUAGE_CODE,
            "wp:wxr_version": "1.2",
            "wp:base_site_url": settings.SITE_URL,
            "wp:base_blog_url": settings.SITE_URL,
        }
    )


def write_authors(wxr, with_personal_data):
    for person in Person.objects.select_related("user").order_by("pk"):
        email = person.user.email if person.user and with_personal_data else ""
        fields = {
            "wp:author_id": person.pk,
            "wp:author_login": person.slug,
            "wp:author_email": email,
            "wp:author_display_name": person.name,
        }
        wxr.add_group("wp:author", fields)


def write_terms(wxr):
    for category in Category.objects.select_related("parent").order_by("pk"):
        fields = {
            "wp:term_id": category.pk,
            "wp:category_nicename": category.slug,
            "wp:category_parent": category.parent.slug if category.parent else "",
            "wp:cat_name": category.name,
            "wp:category_description": category.description,
        }
        wxr.add_group("wp:category", fields)
    used = BlogPageTag.objects.values("tag")
    for tag in Tag.objects.filter(pk__in=used).order_by("pk"):
        fields = {
            "wp:term_id": TAG_NUMBERS + tag.pk,
            "wp:tag_slug": tag.slug,
            "wp:tag_name": tag.name,
        }
        wxr.add_group("wp:tag", fields)
