"""Lists are found at their old addresses when what they are about is renamed."""

from django.db.models.signals import pre_save
from django.dispatch import receiver

from wagtail.contrib.redirects.models import Redirect

from .models import BlogIndexPage
from .models.index import ROUTES


@receiver(pre_save)
def redirect_renamed(sender, instance, raw=False, **kwargs):
    """Let the old addresses of a category, tag or author lead to the new ones."""
    if raw or sender not in ROUTES or not instance.pk:
        return
    old = sender.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if old in {None, instance.slug}:
        return
    for index in BlogIndexPage.objects.all():
        before, after = (index.paths_of_lists(sender, s) for s in (old, instance.slug))
        for old_path, new_path in zip(before, after, strict=True):
            redirect(index, old_path, new_path)


def redirect(index, old_path, new_path):
    """Lead from one path below the blog to another, and so do older redirects."""
    there = {"redirect_page": index, "redirect_page_route_path": new_path}
    leading_there = Redirect.objects.filter(
        redirect_page=index, redirect_page_route_path=old_path
    )
    leading_there.update(**there)
    # What now is an address again leads nowhere else.
    Redirect.objects.filter(old_path=_address(index, new_path)).delete()
    Redirect.objects.update_or_create(
        old_path=_address(index, old_path),
        site=None,
        defaults={**there, "automatically_created": True},
    )


def _address(index, path):
    return Redirect.normalise_path(index.get_url().rstrip("/") + path)
