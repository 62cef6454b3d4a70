"""The personal data of messages, emails, the team and the staff."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ..contact.create import IP_PERIOD
from ..models import PrivacySettings
from .inventory import Item, register

STAFF = _("Clinic staff")


def message_period(request):
    """Return the storage period of messages in words."""
    settings = PrivacySettings.load(request)
    after_answer = days(settings.answered_days)
    at_most = ngettext("%d month", "%d months", settings.message_months)
    return _("%(days)s after we have answered, but never longer than %(months)s") % {
        "days": after_answer,
        "months": at_most % settings.message_months,
    }


def days(number):
    """Return a number of days in words."""
    return ngettext("%d day", "%d days", number) % number


register(
    Item(
        order=10,
        what=_("Your message from the contact form"),
        why=_("To answer you"),
        period=message_period,
        seen_by=STAFF,
        fields=(
            "core.ContactMessage.name",
            "core.ContactMessage.reply_to",
            "core.ContactMessage.text",
            "core.ContactMessage.preferred_days",
            "core.ContactMessage.service",
            "core.ContactMessage.created",
            "core.ContactMessage.is_urgent",
            "core.ContactMessage.submission_key",
        ),
    ),
    Item(
        order=15,
        what=_("The network address (IP) of your message"),
        why=_("To stop spam and abuse"),
        period=lambda request: days(IP_PERIOD.days),
        seen_by=_("Nobody"),
        fields=("core.ContactMessage.ip",),
    ),
    Item(
        order=20,
        what=_("Emails that this site sends about comments and messages"),
        why=_("To send each of them once"),
        period=_("Until they are sent; for 7 more days, only that they were"),
        seen_by=_("Nobody but those who get them"),
        fields=("mail.OutboxMail",),
    ),
    Item(
        order=30,
        what=_("Names, work and pictures of our team"),
        why=_("To show who treats you and who writes here"),
        period=_("As long as they work with us"),
        seen_by=_("Everyone"),
        fields=("core.Person", "core.TherapistPage"),
    ),
    Item(
        order=40,
        what=_("Accounts of staff, and what they change here"),
        why=_("To protect the site, and to see who decided or opened what"),
        period=_("As long as the site needs its history"),
        seen_by=_("Those who run the site"),
        fields=("auth.User", "wagtailcore.ModelLogEntry", "wagtailcore.PageLogEntry"),
    ),
    Item(
        order=46,
        what=_("Copies of this site, with comments, messages and accounts"),
        why=_("To move the site to another server"),
        # As `KEPT` in transfer/background.py, which this layer does not know.
        period=lambda request: days(7),
        seen_by=_("Those who run the site"),
        fields=("transfer.SiteExport",),
    ),
    Item(
        order=50,
        what=_("Server logs"),
        why=_("To keep the site safe and find faults"),
        period=_("As long as the server keeps its logs"),
        seen_by=_("Those who run the site"),
    ),
    without=(
        "core.ClinicSettings",
        "core.ContactMessage.answered",
        "core.ContactMessage.is_answered",
        "core.ContactMessage.is_from_bot",
        "core.ContactPage",
        "core.HomePage",
        "core.MessageSettings",
        "core.PrivacySettings",
        "core.StandardPage",
        # What the clinic publishes.
        "blog",
        "images",
        "services",
        "taggit",
        "wagtaildocs",
        "wagtailembeds",
        "wagtailimages",
        "wagtailredirects",
        # Search, permissions, sessions and the like: of pages and of staff.
        "auth",
        "contenttypes",
        "sessions",
        "wagtailadmin",
        "wagtailcore",
        "wagtailsearch",
        "wagtailusers",
    ),
)
