"""Code that relies on internals of other packages."""

from django.core.management.color import no_style
from django.db import connection
from django.db.models import sql


def delete_all(model):
    """Delete all rows of `model`, without signals and whatever refers to them.

    Uses `_raw_delete`, as Wagtail's own commands do: `delete` would load all rows.
    """
    rows = model.objects.all()
    rows._raw_delete(rows.db)


def insert(model, rows):
    """Insert `rows` with their primary keys and all values as they are.

    Why: Django has no bulk insert for models with a parent model, and the one for
    others changes fields with `auto_now`. Sends no signals, so no mail either.
    Uses: Django's insert query, which is not documented.
    """
    fields = model._meta.local_concrete_fields
    size = max(1, connection.ops.bulk_batch_size(fields, rows))
    for start in range(0, len(rows), size):
        query = sql.InsertQuery(model)
        query.insert_values(fields, rows[start : start + size], raw=True)
        query.get_compiler(connection=connection).execute_sql()


def reset_sequences(models):
    """Make the database number new rows above those that were inserted."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
