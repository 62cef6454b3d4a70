"""Code that relies on internals of other packages."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import sql

from wagtail.models import Page, ReferenceIndex


@transaction.atomic
def add_children(parent, pages):
    """Add new `pages`, all of one model, below `parent` with a few queries.

    Why: `add_child` needs 30 queries and several milliseconds a page. Django has no
    bulk insert for models with a parent model, and treebeard none for trees.
    Uses: treebeard's `_get_path`, and Django's insert query, which is not documented.
    Link: https://github.com/wagtail/wagtail/issues/10833
    Until: Wagtail can create many pages at once.
    Sends no signals. Slugs must be unique, and `live` False, as nothing is checked.
    """
    if not pages:
        return
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    last = parent.get_last_child()
    step = last.path[-Page.steplen :] if last else ""
    number = Page._str2int(step) if step else 0
    depth = parent.depth + 1
    for offset, page in enumerate(pages, start=1):
        page.depth, page.numchild = depth, 0
        page.path = Page._get_path(parent.path, depth, number + offset)
        page.url_path = f"{parent.url_path}{page.slug}/"
    _insert_in_two_tables(pages)
    count = parent.numchild + len(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=count)


def _insert_in_two_tables(pages):
    model, names = type(pages[0]), [f.attname for f in Page._meta.concrete_fields]
    rows = [Page(**{n: getattr(page, n) for n in names if n != "id"}) for page in pages]
    for row in Page.objects.bulk_create(rows):
        row._state.adding = False
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = page.id = row.pk
        page._state.adding, page._state.db = False, row._state.db
    fields = model._meta.local_concrete_fields
    size = max(1, connection.ops.bulk_batch_size(fields, pages))
    for start in range(0, len(pages), size):
        query = sql.InsertQuery(model)
        query.insert_values(fields, pages[start : start + size])
        query.get_compiler(connection=connection).execute_sql()


def add_references(pages):
    """Add what new `pages` refer to to the reference index with one query.

    Why: `create_or_update_for_object` needs four queries a page. Wagtail has nothing
    for many objects.
    Uses: the methods of ReferenceIndex that find references and number their places.
    Until: Wagtail can index many objects at once.
    """
    base, rows = ContentType.objects.get_for_model(Page), []
    for page in pages:
        for to_type, to_id, model_path, path in dict.fromkeys(
            ReferenceIndex._extract_references_from_object(page)
        ):
            row = ReferenceIndex(
                base_content_type=base,
                content_type_id=page.content_type_id,
                object_id=page.pk,
                to_content_type_id=to_type,
                to_object_id=to_id,
                model_path=model_path,
                content_path=path,
                content_path_hash=ReferenceIndex._get_content_path_hash(path),
            )
            rows.append(row)
    ReferenceIndex.objects.bulk_create(rows)


def is_tree_sound():
    """Return whether treebeard finds no problem in the tree of pages."""
    return not any(Page.find_problems())


def reserve_ids(model, number, taken):
    """Return `number` ids for new rows of `model`, none of them in `taken`.

    Why: rows that refer to each other can be inserted at once only if their ids are
    known. On PostgreSQL, the sequence of the table numbers them, so that it never
    gives an id a second time; on SQLite, nobody else writes in this transaction.
    """
    if connection.vendor != "postgresql":
        newest = model.objects.aggregate(newest=models.Max("pk"))["newest"] or 0
        first = max([newest, *taken]) + 1
        return list(range(first, first + number))
    name, ids = _sequence_of(model), []
    with connection.cursor() as cursor:
        while len(ids) < number:
            cursor.execute(
                "SELECT nextval(%s) FROM generate_series(1, %s)",
                [name, number - len(ids)],
            )
            ids += [pk for (pk,) in cursor.fetchall() if pk not in taken]
    return ids


def raise_sequence(model, number):
    """Make PostgreSQL number the next rows of `model` above `number`."""
    if connection.vendor != "postgresql" or not number:
        return
    name = _sequence_of(model)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT last_value FROM {name}")  # noqa: S608 - from the database
        if cursor.fetchone()[0] < number:
            cursor.execute("SELECT setval(%s, %s)", [name, number])


def _sequence_of(model):
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table, column])
        return cursor.fetchone()[0]
