from django.db import migrations

CODENAME = "submit_translation"


def allow_editors(apps, schema_editor):
    """Give editors the permission to copy pages for translation."""
    ContentType = apps.get_model("contenttypes.ContentType")
    content_type, _ = ContentType.objects.get_or_create(
        app_label="simple_translation", model="simpletranslation"
    )
    permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename=CODENAME,
        defaults={"name": "Can submit translations"},
    )
    editors, _ = apps.get_model("auth.Group").objects.get_or_create(name="Editors")
    editors.permissions.add(permission)


def restrict_editors(apps, schema_editor):
    """Remove this permission from editors."""
    permissions = apps.get_model("auth.Permission").objects.filter(codename=CODENAME)
    for editors in apps.get_model("auth.Group").objects.filter(name="Editors"):
        editors.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_editors"),
        ("simple_translation", "0001_initial"),
    ]

    operations = [migrations.RunPython(allow_editors, restrict_editors)]
