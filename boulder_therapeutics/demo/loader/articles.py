from datetime import datetime, timedelta

from django.utils import timezone

from wagtail.models import Locale

from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor, Category
from boulder_therapeutics.core.models import Person
from services.models import ServicePage

from ..content.articles import ARTICLES
from .bodies import make_body, make_references
from .pages import create_missing, fill_review
from .pictures import load_picture

# The scheduled article is always in the future, whenever the demo is loaded.
SOONEST = timedelta(days=14)


def create_articles(owner):
    """Create the missing articles without content; return (page, content) of each."""
    index = BlogIndexPage.objects.get(locale=Locale.get_default())
    new = []
    for content in reversed(ARTICLES):
        page, created = create_missing(
            index,
            BlogPage,
            content,
            slug=content["slug"],
            owner=owner,
            introduction=content["introduction"],
            date=local_time(content["date"]),
            body=[],
        )
        if created:
            new.append((page, content))
    return new


def fill_articles(new):
    """Add the content of the new articles, and publish or schedule them."""
    for page, content in new:
        fill(page, content)
        set_state(page, content["state"])


def fill(page, content):
    """Add the text, images, authors and related objects of an article."""
    page.cover = load_picture(content["cover"], content["cover_alt"])
    page.body = make_body(content["body"])
    page.references = make_references(content.get("references", []))
    page.categories = Category.objects.filter(slug__in=content["categories"])
    page.services = ServicePage.objects.filter(slug__in=content["services"])
    page.tags.add(*content["tags"])
    page.article_authors = [
        BlogPageAuthor(person=Person.objects.get(slug=slug))
        for slug in content["authors"]
    ]
    fill_review(page, content)


def set_state(page, state):
    """Save `page` as a draft, schedule it, or publish it with its own date."""
    if state == "scheduled":
        page.date = page.go_live_at = max(page.date, timezone.now() + SOONEST)
    revision = page.save_revision()
    if state == "draft":
        return
    revision.publish()
    if state == "live":
        BlogPage.objects.filter(pk=page.pk).update(
            first_published_at=page.date, last_published_at=page.date
        )


def local_time(text):
    """Return the local time `text`, in ISO 8601, as an aware datetime."""
    return timezone.make_aware(datetime.fromisoformat(text))
