from django.urls import path
from django.views.generic import TemplateView

from boulder_therapeutics.core.tags import PAGES
from boulder_therapeutics.pagecache import cached_view

from . import llms, sitemaps, views

app_name = "seo"
cached = cached_view(PAGES)

urlpatterns = [
    path(
        ".well-known/security.txt",
        views.show_security_contact,
        name="show_security_contact",
    ),
    path("favicon.ico", views.show_favicon, name="show_favicon"),
    path("llms.txt", cached(llms.show_llms), name="show_llms"),
    path(
        "robots.txt",
        TemplateView.as_view(template_name="robots.txt", content_type="text/plain"),
        name="show_robots",
    ),
    path("sitemap.xml", cached(sitemaps.show_sitemap), name="show_sitemap"),
    path(
        "sitemap-<slug:section>.xml",
        cached(sitemaps.show_sitemap),
        name="show_section",
    ),
]
