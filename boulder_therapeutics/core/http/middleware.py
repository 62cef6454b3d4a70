from csp.middleware import CSPMiddleware

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from boulder_therapeutics.operations.static_files.stylesheet import style_sources

from ..navigation import find_site


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send the strict policy with public pages, a wider one with the admin's."""

    def process_response(self, request, response):
        if request.path_info.startswith("/admin/"):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY
        elif settings.STYLESHEET_IN_PAGE:
            own = getattr(request, "style_source", None)
            response._csp_update = {"style-src": style_sources(own)}
        return super().process_response(request, response)


class SiteMiddleware:
    """Tell Wagtail its site and home page, which are known from earlier requests."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Leave the site where Wagtail looks for it."""
        request._wagtail_site = SimpleLazyObject(lambda: find_site(request))
        return self.get_response(request)
