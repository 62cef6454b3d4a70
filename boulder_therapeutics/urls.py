"""URLs of the site; the page tree comes last because it matches every path.

Those of visitors have a prefix for each language but English, like /es/.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path

from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from boulder_therapeutics.core.accounts.views import (
    LoginView,
    PageLoginView,
    PasswordResetView,
    unlock_document,
    unlock_page,
)
from boulder_therapeutics.core.views import serve_page
from boulder_therapeutics.images.views import serve_media, serve_rendition
from boulder_therapeutics.seo.markdown.views import serve_markdown
from boulder_therapeutics.seo.views import serve_sharing_card

handler404 = "boulder_therapeutics.core.http.refusals.page_not_found"
handler500 = "boulder_therapeutics.core.http.refusals.server_error"

urlpatterns = [
    # Before those of Wagtail, which have the same paths.
    path("admin/login/", LoginView.as_view()),
    path("admin/password_reset/", PasswordResetView.as_view()),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/authenticate_with_password/<int:restriction_id>/", unlock_document),
    path("documents/", include(wagtaildocs_urls)),
    path(
        "media/sharing/<str:token>.jpg", serve_sharing_card, name="serve_sharing_card"
    ),
    path(
        "media/renditions/<str:signature>/<int:image_id>/<str:filter_spec>/<str:version>",
        serve_rendition,
        name="serve_rendition",
    ),
    path("media/<path:path>", serve_media),
    path("", include("boulder_therapeutics.seo.urls")),
]
urlpatterns += i18n_patterns(
    # With the paths of Wagtail, which come after those of pages.
    path("_util/login/", PageLoginView.as_view()),
    path(
        "_util/authenticate_with_password/"
        "<int:page_view_restriction_id>/<int:page_id>/",
        unlock_page,
    ),
    path("", include("boulder_therapeutics.core.contact.urls")),
    path("", include("boulder_therapeutics.search.urls")),
    path("", include("blog.comments.urls")),
    re_path(r"^((?:[\w\-]+/)*)index\.md$", serve_markdown, name="serve_markdown"),
    # With the name that Wagtail reverses for the URLs of pages.
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
