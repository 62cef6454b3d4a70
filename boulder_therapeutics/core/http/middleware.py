from csp.middleware import CSPMiddleware

from django.conf import settings

from boulder_therapeutics.operations.static_files.stylesheet import style_sources


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send the strict policy with public pages, a wider one with the admin's."""

    def process_response(self, request, response):
        if request.path_info.startswith("/admin/"):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY
        elif settings.STYLESHEET_IN_PAGE:
            own = getattr(request, "style_source", None)
            response._csp_update = {"style-src": style_sources(own)}
        return super().process_response(request, response)
