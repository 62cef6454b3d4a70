from django.urls import include, path, reverse

from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .views import DownloadView, IndexView

urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("<int:pk>.zip", DownloadView.as_view(), name="download"),
]


class ExportMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_admin_urls")
def register_export_urls():
    return [path("export/", include((urlpatterns, "transfer")))]


@hooks.register("register_settings_menu_item")
def register_export_menu_item():
    return ExportMenuItem(
        "Export the site", reverse("transfer:index"), icon_name="download", order=910
    )
