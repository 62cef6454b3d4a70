from django.db import migrations

# Permissions of editors besides editing pages: publishing them and managing people.
ACTIONS = ["add", "change", "delete", "view"]


def get_permissions(apps, codenames, app_label, model):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    content_type, _ = ContentType.objects.get_or_create(
        app_label=app_label, model=model
    )
    return [
        Permission.objects.get_or_create(
            content_type=content_type,
            codename=codename,
            defaults={"name": f"Can {codename.replace('_', ' ')}"},
        )[0]
        for codename in codenames
    ]


def allow_editors(apps, schema_editor):
    """Give editors the permissions to publish pages and to manage people."""
    Group = apps.get_model("auth.Group")
    GroupPagePermission = apps.get_model("wagtailcore.GroupPagePermission")
    Page = apps.get_model("wagtailcore.Page")
    editors, _ = Group.objects.get_or_create(name="Editors")
    people = get_permissions(
        apps, [f"{action}_person" for action in ACTIONS], "core", "person"
    )
    editors.permissions.add(*people)
    (publish,) = get_permissions(apps, ["publish_page"], "wagtailcore", "page")
    GroupPagePermission.objects.get_or_create(
        group=editors, page=Page.objects.get(depth=1), permission=publish
    )


def restrict_editors(apps, schema_editor):
    """Remove these permissions from editors."""
    Permission = apps.get_model("auth.Permission")
    GroupPagePermission = apps.get_model("wagtailcore.GroupPagePermission")
    editors = apps.get_model("auth.Group").objects.filter(name="Editors").first()
    if editors:
        people = Permission.objects.filter(content_type__model="person")
        editors.permissions.remove(*people)
        GroupPagePermission.objects.filter(
            group=editors, permission__codename="publish_page"
        ).delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0002_home_page")]

    operations = [migrations.RunPython(allow_editors, restrict_editors)]
