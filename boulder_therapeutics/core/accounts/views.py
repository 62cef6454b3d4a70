"""The doors to accounts: with 429 after too many attempts."""

import time

from django.contrib.auth import views as auth_views

from wagtail.admin.views import account

from ..http.client import client_ip
from ..submission.throttle import Throttle
from .forms import PageLoginForm, too_many

HOUR = 60 * 60  # seconds
# Longer than it takes to queue a mail, so that nobody sees whether there was one.
RESET_SECONDS = 0.1
RESETS_OF_EMAIL = Throttle("reset-email", limit=3, seconds=HOUR)
RESETS_FROM_ADDRESS = Throttle("reset-ip", limit=10, seconds=HOUR)


class ThrottledMixin:
    """Responds with 429 to a form that has to `wait` so many seconds."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if wait := getattr(form, "wait", 0):
            response.status_code = 429
            response["Retry-After"] = wait
        return response


class LoginView(ThrottledMixin, account.LoginView):
    """The login of the admin."""


class PageLoginView(ThrottledMixin, auth_views.LoginView):
    """The login of pages that only some users may see."""

    form_class = PageLoginForm
    template_name = "wagtailcore/login.html"


class PasswordResetView(ThrottledMixin, account.PasswordResetView):
    """Sends a mail to reset a password, but not many."""

    def form_valid(self, form):
        start = time.monotonic()
        email, ip = form.cleaned_data["email"], client_ip(self.request)
        form.wait = max(RESETS_OF_EMAIL.wait(email), RESETS_FROM_ADDRESS.wait(ip))
        if form.wait:
            form.add_error("email", too_many(form.wait))
            return self.form_invalid(form)
        RESETS_OF_EMAIL.count(email)
        RESETS_FROM_ADDRESS.count(ip)
        response = super().form_valid(form)
        time.sleep(max(0, start + RESET_SECONDS - time.monotonic()))
        return response
