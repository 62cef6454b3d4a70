"""Many articles and comments, to see whether the site stays as fast with them."""

import datetime
from itertools import cycle, islice
from secrets import token_hex

from django.db import connection
from django.db.models import F, Min
from django.utils import timezone

from wagtail.models import Page

from blog.comments.models import Comment
from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor, BlogPageTag

BATCH = 1000
APART = datetime.timedelta(hours=1)
WORDS = "Two weeks of short runs and slow step downs helped my knee. Number {}."
# What belongs to an article: its rows, and how they name it.
PARTS = [
    (BlogPage.categories.through, "blogpage_id"),
    (BlogPage.services.through, "blogpage_id"),
    (BlogPageTag, "content_object_id"),
    (BlogPageAuthor, "page_id"),
]


def grow_articles(total):
    """Add copies of the live articles, each an hour older, until there are `total`."""
    index = BlogIndexPage.objects.get()
    there = BlogPage.objects.child_of(index)
    originals = list(there.live().order_by("-date")[:10])
    first = there.count()
    oldest = there.aggregate(oldest=Min("date"))["oldest"]
    step = int(there.order_by("path").last().path[-Page.steplen :], 36)
    for start in range(first, total, BATCH):
        numbers = range(start, min(start + BATCH, total))
        pairs = list(zip(numbers, islice(cycle(originals), len(numbers)), strict=True))
        pages = Page.objects.bulk_create(
            _copy_page(index, original, number, step + number - first + 1)
            for number, original in pairs
        )
        rows = [
            (page.pk, oldest - APART * (number - first + 1), original.pk)
            for page, (number, original) in zip(pages, pairs, strict=True)
        ]
        _copy_articles(rows)
        _copy_parts({page: original for page, _, original in rows})
    added = max(0, total - first)
    Page.objects.filter(pk=index.pk).update(numchild=F("numchild") + added)


def _copy_page(index, original, number, step):
    slug = f"{original.slug}-{number}"
    return Page(
        path=Page._get_path(index.path, index.depth + 1, step),
        depth=index.depth + 1,
        title=f"{original.title}, again ({number})",
        draft_title=f"{original.title}, again ({number})",
        slug=slug,
        url_path=f"{index.url_path}{slug}/",
        search_description=original.search_description,
        content_type_id=original.content_type_id,
        locale_id=original.locale_id,
        first_published_at=original.first_published_at,
        last_published_at=original.last_published_at,
        live=True,
    )


def _copy_articles(rows):
    """Copy the rows that have no model of their own, as (id, date, original)."""
    fields = BlogPage._meta.local_concrete_fields
    own = {"page_ptr", "date"}
    names = ", ".join(f'"{each.column}"' for each in fields if each.name not in own)
    table = BlogPage._meta.db_table
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{table}" (page_ptr_id, date, {names}) '  # noqa: S608
            f'SELECT %s, %s, {names} FROM "{table}" WHERE page_ptr_id = %s',
            rows,
        )


def _copy_parts(originals):
    """Copy what belongs to articles, whose ids are given with those of originals."""
    for model, name in PARTS:
        known = {}
        for row in model.objects.filter(**{f"{name}__in": set(originals.values())}):
            known.setdefault(getattr(row, name), []).append(row)
        fields = [each.attname for each in model._meta.concrete_fields]
        model.objects.bulk_create(
            model(**{each: getattr(row, each) for each in fields} | own)
            for page, original in originals.items()
            for row in known.get(original, [])
            for own in [{"id": None, name: page}]
        )


def grow_comments(article, total):
    """Add comments to `article`, every second one a reply, until `total` are shown."""
    number = article.comments.visible().count()
    start = timezone.now() - datetime.timedelta(minutes=total)
    while number < total:
        size = min(BATCH, total - number)
        rows = [
            Comment(
                page=article,
                name=f"Reader {number + each}",
                text=WORDS.format(number + each),
                created=start + datetime.timedelta(minutes=number + each),
                status=Comment.Status.APPROVED,
                is_visible=True,
                submission_key=token_hex(16),
            )
            for each in range(size)
        ]
        tops = Comment.objects.bulk_create(rows[: (size + 1) // 2])
        for reply, top in zip(rows[len(tops) :], tops, strict=False):
            reply.parent = reply.root = top
        Comment.objects.bulk_create(rows[len(tops) :])
        number += size
