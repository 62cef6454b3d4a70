"""Redirects from old URLs when the slug of a category, tag or author changes."""

from django.db.models.signals import pre_save

from wagtail.contrib.redirects.models import Redirect

from .models import BlogIndexPage
from .models.index import ROUTES


def register():
    """Connect the signal of each model that has lists."""
    for model in ROUTES:
        pre_save.connect(redirect_renamed, sender=model)


def redirect_renamed(sender, instance, raw=False, **kwargs):
    """Redirect the lists of `instance` from its old slug to the new one."""
    if raw or not instance.pk:
        return
    old = sender.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if old in {None, instance.slug}:
        return
    for index in BlogIndexPage.objects.all():
        before, after = (index.paths_of_lists(sender, s) for s in (old, instance.slug))
        for old_path, new_path in zip(before, after, strict=True):
            add_redirect(index, old_path, new_path)


def add_redirect(index, old_path, new_path):
    """Redirect a path below the blog, and all redirects to it, to a new path."""
    target = {"redirect_page": index, "redirect_page_route_path": new_path}
    older = Redirect.objects.filter(
        redirect_page=index, redirect_page_route_path=old_path
    )
    older.update(**target)
    # The new URL is in use now, so it must not redirect.
    Redirect.objects.filter(old_path=_old_path(index, new_path)).delete()
    Redirect.objects.update_or_create(
        old_path=_old_path(index, old_path),
        site=None,
        defaults={**target, "automatically_created": True},
    )


def _old_path(index, path):
    return Redirect.normalise_path(index.get_url().rstrip("/") + path)
