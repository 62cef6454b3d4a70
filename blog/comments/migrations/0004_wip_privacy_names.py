from django.db import migrations
from django.db.models import F, Value
from django.db.models.functions import Concat


def remove_names(apps, schema_editor):
    """Remove names from the history, and login names from comments by staff."""
    log_entries = apps.get_model("wagtailcore", "ModelLogEntry").objects
    for app, model, word in [
        ("comments", "comment", "Comment "),
        ("core", "contactmessage", "Message "),
    ]:
        entries = log_entries.filter(
            content_type__app_label=app, content_type__model=model
        )
        entries.update(label=Concat(Value(word), "object_id"))
    apps.get_model("comments", "Comment").objects.filter(
        user__first_name="", user__last_name="", name=F("user__username")
    ).update(name="Clinic team")


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0003_wip_privacy"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0069_log_entry_jsonfield"),
    ]

    operations = [
        migrations.RunPython(remove_names, migrations.RunPython.noop, elidable=True)
    ]
