"""Cache rules for pages, people, images, documents and the clinic's settings."""

from django.db.models.signals import post_delete, post_save

from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction, Site, get_page_models
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from boulder_therapeutics.images.models import CustomImage, Rendition
from boulder_therapeutics.images.signals import renditions_completed
from boulder_therapeutics.pagecache import (
    cache_response,
    expire_with_rows,
    invalidate,
    invalidate_all,
    row_tag,
    track_rows,
)

from .models import ClinicSettings, Person, PrivacySettings
from .tags import PAGES

# The fields that Wagtail saves on a live page while only its draft is edited.
DRAFT_FIELDS = {
    "approved_schedule",
    "draft_title",
    "expire_at",
    "go_live_at",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
    "wagtail_admin_comments",
}


def register():
    """Connect the rules to the signals of the models."""
    settings = ClinicSettings, PrivacySettings
    for model in (*settings, CustomImage, get_document_model()):
        track_rows(model)
    expire_with_rows(Person, moment=license_end)
    for model in [Page, *get_page_models()]:
        post_save.connect(invalidate_saved_page, sender=model)
        page_unpublished.connect(invalidate_gone_page, sender=model)
        post_page_move.connect(invalidate_pages, sender=model)
        page_slug_changed.connect(invalidate_pages, sender=model)
    post_delete.connect(invalidate_gone_page, sender=Page)
    post_delete.connect(invalidate_rendition, sender=Rendition)
    renditions_completed.connect(invalidate_image, sender=CustomImage)
    for signal in (post_save, post_delete):
        # Without a fallback that names a license, which the person may have lost.
        signal.connect(invalidate_gone_page, sender=Person)
        signal.connect(invalidate_gone_page, sender=PageViewRestriction)
        signal.connect(invalidate_everything, sender=Site)
    hooks.register("on_serve_page", cache_pages, order=-1)


def cache_pages(serve):
    """Mark every page as cacheable; the page cache skips those with private headers."""

    def wrapper(page, request, *args):
        cache_response(PAGES)
        return serve(page, request, *args)

    return wrapper


def license_end(person):
    """Return when pages stop naming a person's license, None if they do not name it."""
    return person.license_ends if person.is_licensed else None


def invalidate_saved_page(sender, instance, update_fields, raw, **kwargs):
    """Invalidate pages when more than the draft of a live page is saved."""
    is_draft = update_fields is not None and set(update_fields) <= DRAFT_FIELDS
    if instance.live and not raw and not is_draft:
        invalidate(PAGES)


def invalidate_pages(sender, **kwargs):
    """Invalidate pages whose URL or place has changed, and all that link to them."""
    invalidate(PAGES)


def invalidate_gone_page(sender, **kwargs):
    """Invalidate pages of which one may no longer be public."""
    invalidate(PAGES, gone=True)


def invalidate_everything(sender, **kwargs):
    """Invalidate everything, as every URL may have changed."""
    invalidate_all()


def invalidate_image(sender, image, **kwargs):
    """Invalidate pages whose image URLs can now be those of files."""
    invalidate(row_tag(image))


def invalidate_rendition(sender, instance, **kwargs):
    """Invalidate pages that name a deleted file."""
    invalidate(row_tag(CustomImage(pk=instance.image_id)))
