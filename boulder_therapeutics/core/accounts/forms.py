import math

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError

from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm

from ..http.client import client_ip
from ..submission.networks import household
from ..submission.throttle import Throttle

PERIOD = 15 * 60  # seconds
NAMES = Throttle("login-name", limit=5, seconds=PERIOD)
NETWORKS = Throttle("login-network", limit=20, seconds=PERIOD)


class ThrottledMixin:
    """Refuses to look at a password after too many wrong ones.

    The same words and the same time for names that exist and for those that do not.
    """

    wait = 0  # seconds

    def clean(self):
        name = self.cleaned_data.get("username", "")
        network = household(client_ip(self.request))
        # Who has to wait for one limit is not counted by the other.
        self.wait = max(NAMES.wait(name), NETWORKS.wait(network))
        # Before the slow check of the password, in which others could try, too.
        self.wait = self.wait or NETWORKS.attempt(network) or NAMES.attempt(name)
        if self.wait:
            raise too_many(self.wait)
        cleaned = super().clean()
        NAMES.forget(name)
        NETWORKS.forget_last(network)
        return cleaned


class LoginForm(ThrottledMixin, WagtailLoginForm):
    """The form of the admin."""


class PageLoginForm(ThrottledMixin, AuthenticationForm):
    """The form of pages that only some users may see."""


def too_many(seconds):
    """Return the error for somebody who has to wait."""
    minutes = math.ceil(seconds / 60)
    unit = "minute" if minutes == 1 else "minutes"
    message = f"Too many attempts. Please wait {minutes} {unit}, then try again."
    return ValidationError(message, code="throttled")
