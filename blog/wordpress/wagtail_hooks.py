from django.contrib.auth.models import Permission
from django.urls import include, path, reverse

from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .admin.views import ActionView, IndexView, ReportView, RunView
from .models.run import IMPORT

urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("<int:pk>/", RunView.as_view(), name="run"),
    path("<int:pk>/report.<str:extension>", ReportView.as_view(), name="report"),
    path("<int:pk>/<str:action>/", ActionView.as_view(), name="act"),
]


class ImportMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(IMPORT)


@hooks.register("register_admin_urls")
def register_import_urls():
    return [
        path("wordpress/", include((urlpatterns, "wordpress_import"))),
    ]


@hooks.register("register_settings_menu_item")
def register_import_menu_item():
    return ImportMenuItem(
        "Import from WordPress",
        reverse("wordpress_import:index"),
        icon_name="download",
        order=900,
    )


@hooks.register("register_permissions")
def register_import_permission():
    app_label, codename = IMPORT.split(".")
    return Permission.objects.filter(
        content_type__app_label=app_label, codename=codename
    )
