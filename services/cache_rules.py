"""What to purge when a service changes."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from wagtail.models import PageViewRestriction
from wagtail.signals import post_page_move

from boulder_therapeutics.core.cache_rules import changes_answers
from boulder_therapeutics.pagecache import purge

from .models import ServicePage


@receiver(post_save)
def purge_saved_service(sender, instance, **kwargs):
    """Purge the lists of services, and articles that a new one appears on."""
    if not changes_answers(ServicePage, instance, **kwargs):
        return
    was_live = instance.before.get("live", False)
    if was_live or instance.live:
        purge(["services"])
    if was_live != instance.live:
        purge_articles_about(instance.pk)


@receiver(post_delete, sender=ServicePage)
@receiver(post_page_move, sender=ServicePage)
def purge_services(sender, **kwargs):
    """Purge the lists of services."""
    purge(["services"])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def purge_restricted_service(sender, instance, **kwargs):
    """Purge what shows a service that not everybody may see any more, or may."""
    if ServicePage.objects.filter(pk=instance.page_id).exists():
        purge(["services"])
        purge_articles_about(instance.page_id)


def purge_articles_about(pk):
    """Purge the articles that name the service with id `pk`."""
    articles = ServicePage(pk=pk).articles.values_list("pk", flat=True)
    purge(f"self-{article}" for article in articles)
