"""Which lists show which articles, and what to purge when an article changes."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from taggit.models import Tag
from wagtail.models import PageViewRestriction

from boulder_therapeutics.core.cache_rules import changes_answers
from boulder_therapeutics.pagecache import purge, track_rows

from .models import BlogPage, BlogPageAuthor, BlogPageTag, Category


def watch():
    """Let answers have the tags of the rows they show."""
    track_rows(Category, "category", "categories")
    track_rows(Tag, "tag")


def lists_of(pk):
    """Return the tags of all lists that the article with id `pk` belongs to."""
    categories = BlogPage.categories.through.objects.filter(blogpage=pk)
    services = BlogPage.services.through.objects.filter(blogpage=pk)
    tags = BlogPageTag.objects.filter(content_object=pk)
    authors = BlogPageAuthor.objects.filter(page=pk)
    return {
        "articles",
        *_named("category", _with_wider(categories.values_list("category", flat=True))),
        *_named("service", services.values_list("servicepage", flat=True)),
        *_named("tag", tags.values_list("tag", flat=True)),
        *_named("author", authors.values_list("person", flat=True)),
    }


def counts_of(lists):
    """Return the tags of how many articles these lists have."""
    return {name.replace("articles", "count") for name in lists}


def purge_lists(pk):
    """Purge the lists of an article, and the articles that link to it as the next."""
    tags = lists_of(pk)
    if article := BlogPage.objects.filter(pk=pk).first():
        both = [article.nearby.previous, article.nearby.next]
        tags |= {f"self-{page.pk}" for page in both if page}
    purge(tags)


def lists_now(pk):
    """Return the tags of the lists that show the article with id `pk`."""
    return lists_of(pk) if BlogPage.objects.filter(pk=pk, live=True).exists() else set()


@receiver(pre_save)
def purge_lists_it_leaves(sender, instance, **kwargs):
    """Purge the lists that show an article before it changes."""
    if changes_answers(BlogPage, instance, **kwargs):
        instance.lists_before = lists_now(instance.pk)
        if instance.lists_before:
            purge_lists(instance.pk)


@receiver(post_save)
def purge_lists_it_joins(sender, instance, **kwargs):
    """Purge the lists that show an article after it has changed."""
    if changes_answers(BlogPage, instance, **kwargs):
        # Its categories, tags and authors are stored after the article itself.
        change = partial(purge_after_change, instance.pk, instance.lists_before)
        transaction.on_commit(change, robust=True)


def purge_after_change(pk, before):
    """Purge the lists that show an article now, and the counts of those that differ."""
    now = lists_now(pk)
    if now:
        purge_lists(pk)
    purge(counts_of(before ^ now))


@receiver(pre_delete, sender=BlogPage)
def purge_lists_it_leaves_for_good(sender, instance, **kwargs):
    """Purge the lists that have shown an article."""
    if instance.live:
        purge_lists(instance.pk)
        purge(counts_of(lists_of(instance.pk)))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def purge_lists_of_restricted(sender, instance, **kwargs):
    """Purge the lists of an article that not everybody may see any more, or may."""
    if BlogPage.objects.filter(pk=instance.page_id).exists():
        purge_lists(instance.page_id)
        purge(counts_of(lists_of(instance.page_id)))


def _with_wider(pks):
    parents = dict(Category.objects.values_list("pk", "parent"))
    found, waiting = set(), list(pks)
    while waiting:
        pk = waiting.pop()
        if pk is not None and pk not in found:
            found.add(pk)
            waiting.append(parents.get(pk))
    return found


def _named(kind, pks):
    return {f"{kind}-articles-{pk}" for pk in pks}
