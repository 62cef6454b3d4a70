"""The doors to accounts: with 429 after too many attempts."""

from functools import wraps

from django.contrib.auth import views as auth_views

from wagtail import views
from wagtail.admin.views import account
from wagtail.documents.views import serve

from ..http.client import client_ip
from ..http.refusals import refuse
from ..submission.networks import household
from ..submission.throttle import Throttle
from ..submission.timing import QUEUE_SECONDS, at_least
from .forms import PageLoginForm, too_many

HOUR = 60 * 60  # seconds
PASSWORDS = Throttle("password", limit=10, seconds=15 * 60)
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


def limit_passwords(view):
    """Return a view that asks for a password, but not for many wrong ones."""

    @wraps(view)
    def limited(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        network = household(client_ip(request))
        if wait := PASSWORDS.attempt(network):
            response = refuse(request, 429)
            response["Retry-After"] = wait
            return response
        response = view(request, *args, **kwargs)
        if response.status_code == 302:
            PASSWORDS.forget_last(network)
        return response

    return limited


unlock_page = limit_passwords(views.authenticate_with_password)
unlock_document = limit_passwords(serve.authenticate_with_password)


class PasswordResetView(ThrottledMixin, account.PasswordResetView):
    """Sends a mail to reset a password, but not many."""

    def form_valid(self, form):
        email = form.cleaned_data["email"]
        network = household(client_ip(self.request))
        form.wait = RESETS_FROM_NETWORK.attempt(network)
        form.wait = form.wait or RESETS_OF_EMAIL.attempt(email)
        if form.wait:
            form.add_error("email", too_many(form.wait))
            return self.form_invalid(form)
        with at_least(QUEUE_SECONDS):
            return super().form_valid(form)
