from csp.middleware import CSPMiddleware

from django.conf import settings

from boulder_therapeutics.operations.static_files.stylesheet import style_hashes


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send a strict policy with public pages and a wider one with the admin's."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/"):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        elif settings.STYLESHEET_IN_PAGE:
            parts.update = {"style-src": style_hashes()}
        return parts
