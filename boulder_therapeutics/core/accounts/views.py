"""The doors to accounts: with 429 after too many attempts."""

import time
from functools import wraps

from django.contrib.auth import views as auth_views

from wagtail import views
from wagtail.admin.views import account

from ..http.client import client_ip
from ..http.refusals import refuse
from ..submission.networks import household
from ..submission.throttle import Throttle
from .forms import PageLoginForm, too_many

HOUR = 60 * 60  # seconds
# Longer than it takes to queue a mail, so that nobody sees whether there was one.
RESET_SECONDS = 0.3
PAGE_PASSWORDS = Throttle("page-password", limit=10, seconds=15 * 60)
RESETS_OF_EMAIL = Throttle("reset-email", limit=3, seconds=HOUR)
RESETS_FROM_NETWORK = Throttle("reset-network", limit=10, seconds=HOUR)


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


@wraps(views.authenticate_with_password)
def unlock_page(request, *args, **kwargs):
    """Ask for the password of a page, but not for many wrong ones."""
    network = household(client_ip(request))
    if request.method != "POST":
        return views.authenticate_with_password(request, *args, **kwargs)
    if wait := PAGE_PASSWORDS.wait(network):
        response = refuse(request, 429)
        response["Retry-After"] = wait
        return response
    PAGE_PASSWORDS.count(network)
    response = views.authenticate_with_password(request, *args, **kwargs)
    if response.status_code == 302:
        PAGE_PASSWORDS.forget_last(network)
    return response


class PasswordResetView(ThrottledMixin, account.PasswordResetView):
    """Sends a mail to reset a password, but not many."""

    def form_valid(self, form):
        start = time.monotonic()
        email = form.cleaned_data["email"]
        network = household(client_ip(self.request))
        form.wait = max(RESETS_OF_EMAIL.wait(email), RESETS_FROM_NETWORK.wait(network))
        if form.wait:
            form.add_error("email", too_many(form.wait))
            return self.form_invalid(form)
        RESETS_OF_EMAIL.count(email)
        RESETS_FROM_NETWORK.count(network)
        response = super().form_valid(form)
        time.sleep(max(0, start + RESET_SECONDS - time.monotonic()))
        return response
