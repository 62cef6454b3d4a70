from csp.middleware import CSPMiddleware

from django.conf import settings
from django.shortcuts import resolve_url
from django.utils import translation

from boulder_therapeutics.operations.static_files.stylesheet import style_hashes

from .refusals import SIGNED_OUT, refuse, typed_text


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send a strict policy with public pages and a wider one with the admin's."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/"):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        elif settings.STYLESHEET_IN_PAGE:
            parts.update = {"style-src": style_hashes()}
        return parts


class ResourcePolicyMiddleware:
    """Allow other sites to embed images, as feed readers do, and nothing else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_image = request.path_info.startswith(settings.MEDIA_URL)
        policy = "cross-origin" if is_image else "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = policy
        return response


class LanguageMiddleware:
    """Activate the language that the path of the URL names, like /es/.

    Unlike Django's own, it reads neither cookies nor Accept-Language: the page cache
    has one response for each URL.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info)
        translation.activate(language or settings.LANGUAGE_CODE)
        return self.get_response(request)


class SignedOutMiddleware:
    """Show the text of a form of the admin that was sent after the session expired.

    The redirect to the login would lose it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        login = resolve_url("wagtailadmin_login")
        to_login = response.status_code == 302 and response.url.startswith(f"{login}?")
        if request.method == "POST" and to_login and typed_text(request):
            return refuse(request, 403, SIGNED_OUT)
        return response
