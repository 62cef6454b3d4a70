"""Which address is answered by what; the pages of the tree come last."""

from django.urls import include, path

from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from boulder_therapeutics.images.views import serve_media

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve_media),
    path("", include("boulder_therapeutics.core.urls")),
    path("", include("blog.comments.urls")),
    path("", include(wagtail_urls)),
]
