from django.urls import path
from django.views.generic import TemplateView

from . import views
from .llms import show_llms
from .search import search
from .sitemap import show_sitemap, show_sitemap_file

app_name = "core"

urlpatterns = [
    path("favicon.ico", views.show_favicon, name="show_favicon"),
    path("llms.txt", show_llms, name="show_llms"),
    path("messages/<int:page_id>/", views.send_message, name="send_message"),
    path(
        "robots.txt",
        TemplateView.as_view(template_name="robots.txt", content_type="text/plain"),
        name="show_robots",
    ),
    path("search/", search, name="search"),
    path("sitemap.xml", show_sitemap, name="show_sitemap"),
    path("sitemap-<int:number>.xml", show_sitemap_file, name="show_sitemap_file"),
]
