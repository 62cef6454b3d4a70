"""What of the whole site shows what, and what to purge when that changes."""

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction, Site, get_page_models
from wagtail.signals import page_slug_changed, post_page_move

from boulder_therapeutics.images.models import CustomImage, Rendition
from boulder_therapeutics.pagecache import purge, purge_all, tag_rows, track_rows

from .models import ClinicSettings, Person

# The home page and the pages below it are in menus and links everywhere.
MENU_DEPTH = 3
MENU_FIELDS = ["live", "title", "slug", "show_in_menus"]
# What changes in the page itself while only its draft is edited.
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


def watch():
    """Let answers have the tags of the rows they show."""
    for model in [Page, *get_page_models()]:
        tag_rows(model, "page")
    track_rows(Person, "person", "people")
    track_rows(CustomImage, "image")
    track_rows(get_document_model(), "document")


def changes_answers(model, instance, update_fields, raw=False, **kwargs):
    """Tell whether a page of type `model` is saved, and more of it than its draft.

    Wagtail itself often saves no more than the part that all pages have. What a fixture
    loads comes in parts, too, which tell nothing.
    """
    if raw or not isinstance(instance, Page):
        return False
    if not issubclass(instance.specific_class or type(instance), model):
        return False
    return update_fields is None or not set(update_fields) <= DRAFT_FIELDS


@receiver(pre_save)
def remember_page(sender, instance, **kwargs):
    """Note what a page is like before it changes."""
    if changes_answers(Page, instance, **kwargs):
        before = Page.objects.filter(pk=instance.pk)
        instance.before = before.values(*MENU_FIELDS).first() or {}


@receiver(post_save)
def purge_saved_page(sender, instance, **kwargs):
    """Purge a page that visitors see, or saw, and menus that show it."""
    if not changes_answers(Page, instance, **kwargs):
        return
    before = instance.before
    now = {name: getattr(instance, name) for name in MENU_FIELDS}
    if before.get("live") or instance.live:
        purge([f"page-{instance.pk}", "pages"], gone=not instance.live)
        if instance.depth <= MENU_DEPTH and now != before:
            purge(["menu"])


@receiver(post_delete)
def purge_deleted_page(sender, instance, **kwargs):
    """Purge a page that is no more."""
    if isinstance(instance, Page):
        purge([f"page-{instance.pk}", "pages"], gone=True)
        if instance.depth <= MENU_DEPTH:
            purge(["menu"])


@receiver(post_page_move)
@receiver(page_slug_changed)
def purge_moved_page(sender, instance, **kwargs):
    """Purge a page that has another address or place, with all below it."""
    purge([f"page-{instance.pk}", "pages"])
    if not instance.is_leaf():
        purge_all()
    elif min(instance.depth, _depth_before(instance, **kwargs)) <= MENU_DEPTH:
        purge(["menu"])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def purge_restricted_page(sender, instance, **kwargs):
    """Purge a page that not everybody may see any more, or everybody may again."""
    purge(["restrictions"])
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is None:
        return
    if not page.is_leaf():
        purge_all(gone=True)
    else:
        purge([f"page-{page.pk}", "pages"], gone=True)
        if page.depth <= MENU_DEPTH:
            purge(["menu"])


@receiver([post_save, post_delete], sender=ClinicSettings)
def purge_settings(sender, **kwargs):
    """Purge what shows the clinic's facts, which is every page."""
    purge(["settings"])


@receiver([post_save, post_delete], sender=Site)
def purge_site(sender, **kwargs):
    """Purge everything: every address may be another one."""
    purge_all()


@receiver(post_delete, sender=Rendition)
def purge_rendition(sender, instance, **kwargs):
    """Purge what links to a file that is no more."""
    purge([f"image-{instance.image_id}"])


def _depth_before(page, parent_page_before=None, **kwargs):
    return parent_page_before.depth + 1 if parent_page_before else page.depth
