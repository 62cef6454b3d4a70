from django.urls import path
from django.views.generic import TemplateView

from boulder_therapeutics.search.views import search
from boulder_therapeutics.seo.llms import show_llms
from boulder_therapeutics.seo.sitemaps import show_sitemap, show_sitemap_file

from .contact import views

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
