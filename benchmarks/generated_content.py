"""Generated articles and comments in large numbers."""

import datetime
from itertools import cycle, islice
from secrets import token_hex

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import F, Min
from django.utils import timezone

from wagtail.models import Page
from wagtail.search.models import IndexEntry

from blog.comments.models import Comment
from blog.models import BlogIndexPage, BlogPage, BlogPageAuthor, BlogPageTag

BATCH = 1000
INTERVAL = datetime.timedelta(hours=1)  # between two articles
TEXT = "Two weeks of short runs and slow step downs helped my knee. Number {}."
# Models whose rows belong to an article, with the column that refers to it.
RELATED = [
    (BlogPage.categories.through, "blogpage_id"),
    (BlogPage.services.through, "blogpage_id"),
    (BlogPageTag, "content_object_id"),
    (BlogPageAuthor, "page_id"),
]


def grow_articles(total):
    """Add copies of the live articles, each an hour older, until there are `total`."""
    index = BlogIndexPage.objects.order_by("path").first()  # in English
    articles = BlogPage.objects.child_of(index)
    originals = list(articles.live().order_by("-date")[:10])
    first = articles.count()
    oldest = articles.aggregate(oldest=Min("date"))["oldest"]
    last_step = articles.order_by("path").last().path[-Page.steplen :]
    step = Page.numconv_obj().str2int(last_step)
    for start in range(first, total, BATCH):
        numbers = range(start, min(start + BATCH, total))
        pairs = list(zip(numbers, islice(cycle(originals), len(numbers)), strict=True))
        pages = Page.objects.bulk_create(
            _copy_page(index, original, number, step + number - first + 1)
            for number, original in pairs
        )
        rows = [
            (page.pk, oldest - INTERVAL * (number - first + 1), original.pk)
            for page, (number, original) in zip(pages, pairs, strict=True)
        ]
        _copy_articles(rows)
        by_id = {page: original for page, _, original in rows}
        _copy_related(by_id)
        _copy_index_entries(by_id)
    added = max(0, total - first)
    Page.objects.filter(pk=index.pk).update(numchild=F("numchild") + added)


def _copy_page(index, original, number, step):
    slug = f"{original.slug}-{number}"
    step = Page.numconv_obj().int2str(step).rjust(Page.steplen, Page.alphabet[0])
    return Page(
        path=index.path + step,
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
    """Copy rows of BlogPage, given as (new id, date, id of the original).

    bulk_create does not support multi-table inheritance.
    """
    _insert_copies(BlogPage, ["page_ptr_id", "date"], rows)


def _copy_index_entries(originals):
    """Copy what search finds; `originals` maps new ids to the originals'.

    Indexing would take most of the time, and the texts are the same.
    """
    entries = IndexEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(BlogPage),
        object_id__in=set(map(str, originals.values())),
    )
    ids = dict(entries.values_list("object_id", "id"))
    rows = [(str(new), ids[str(original)]) for new, original in originals.items()]
    _insert_copies(IndexEntry, ["object_id"], rows)


def _insert_copies(model, columns, rows):
    """Copy rows of `model` except `columns` and the primary key.

    Each of `rows` holds the values of `columns` and the primary key of the original.
    """
    table, key = model._meta.db_table, model._meta.pk.column
    same = [
        field.column
        for field in model._meta.local_concrete_fields
        if field.column not in {key, *columns}
    ]
    same, own = ", ".join(f'"{name}"' for name in same), ", ".join(columns)
    values = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{table}" ({own}, {same}) '  # noqa: S608
            f'SELECT {values}, {same} FROM "{table}" WHERE "{key}" = %s',
            rows,
        )


def _copy_related(originals):
    """Copy the related rows; `originals` maps new ids to the originals'."""
    for model, name in RELATED:
        by_original = {}
        for row in model.objects.filter(**{f"{name}__in": set(originals.values())}):
            by_original.setdefault(getattr(row, name), []).append(row)
        fields = [each.attname for each in model._meta.concrete_fields]
        model.objects.bulk_create(
            model(**{each: getattr(row, each) for each in fields} | own)
            for page, original in originals.items()
            for row in by_original.get(original, [])
            for own in [{"id": None, name: page}]
        )


def grow_comments(article, total):
    """Add comments to `article`, every other one a reply, up to `total`."""
    number = article.comments.visible().count()
    start = timezone.now() - datetime.timedelta(minutes=total)
    while number < total:
        size = min(BATCH, total - number)
        rows = [
            Comment(
                page=article,
                name=f"Reader {number + each}",
                text=TEXT.format(number + each),
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
