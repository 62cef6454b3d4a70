from django.db import migrations


def create_home_page(apps, schema_editor):
    """Replace Wagtail's welcome page with an empty home page."""
    ContentType = apps.get_model("contenttypes.ContentType")
    Locale = apps.get_model("wagtailcore.Locale")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    HomePage = apps.get_model("core.HomePage")

    # The id and path of the welcome page that wagtailcore's 0002 creates.
    Page.objects.filter(pk=2, slug="home", depth=2).delete()
    content_type, _ = ContentType.objects.get_or_create(
        app_label="core", model="homepage"
    )
    home = HomePage.objects.create(
        title="Home",
        draft_title="Home",
        slug="home",
        headline="Get back on the trail",
        introduction="Sports massage in Boulder, Colorado.",
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=Locale.objects.get(),
    )
    Site.objects.create(
        hostname="localhost",
        root_page_id=home.pk,
        site_name="Boulder Therapeutics",
        is_default_site=True,
    )


def remove_home_page(apps, schema_editor):
    """Remove the site and the home page."""
    apps.get_model("wagtailcore.Site").objects.all().delete()
    apps.get_model("core.HomePage").objects.filter(path="00010001").delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [migrations.RunPython(create_home_page, remove_home_page)]
