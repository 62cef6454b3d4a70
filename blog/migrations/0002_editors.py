from django.db import migrations

ACTIONS = ["add", "change", "delete", "view"]


def allow_editors(apps, schema_editor):
    """Give editors the permissions for categories."""
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    editors = apps.get_model("auth.Group").objects.get(name="Editors")
    content_type, _ = ContentType.objects.get_or_create(
        app_label="blog", model="category"
    )
    for action in ACTIONS:
        permission, _ = Permission.objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_category",
            defaults={"name": f"Can {action} category"},
        )
        editors.permissions.add(permission)


def restrict_editors(apps, schema_editor):
    """Remove those permissions from the editors."""
    editors = apps.get_model("auth.Group").objects.filter(name="Editors").first()
    if editors:
        permissions = apps.get_model("auth.Permission").objects.filter(
            content_type__app_label="blog", content_type__model="category"
        )
        editors.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("blog", "0001_initial"), ("core", "0003_editors")]

    operations = [migrations.RunPython(allow_editors, restrict_editors)]
