"""The importer stores no emails and no IP addresses but in uploaded exports."""

from django.utils.translation import gettext_lazy as _

from boulder_therapeutics.core.privacy.inventory import Item, register
from boulder_therapeutics.core.privacy.stored_data import days

from .retention import KEPT

register(
    Item(
        order=45,
        what=_("Copies of our old website, with the comments that people wrote there"),
        why=_("To bring its articles and comments here"),
        period=lambda request: (
            _("Until that is done, but at most %s") % days(KEPT.days)
        ),
        seen_by=_("Those who run the site"),
    ),
    without=("wordpress.ImportRun", "wordpress.ImportedItem", "wordpress.OldUrl"),
)
