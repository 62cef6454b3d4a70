"""The index that the search of PostgreSQL asks, which Wagtail's migrations leave out."""

from django.db import migrations

TABLE, INDEX = "wagtailsearch_indexentry", "search_title_body"


def create_index(apps, schema_editor):
    """Index titles and bodies together, as `modelsearch` looks them up."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE INDEX {INDEX} ON {TABLE} USING gin ((title || body))"
        )
        # Or it is not known, until much has changed, how frequent words are.
        schema_editor.execute(f"ANALYZE {TABLE}")


def drop_index(apps, schema_editor):
    """Take the index away."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX {INDEX}")


class Migration(migrations.Migration):
    dependencies = [
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(create_index, drop_index)]
