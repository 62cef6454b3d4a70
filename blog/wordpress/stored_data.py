"""The importer stores no emails and no IP addresses."""

from boulder_therapeutics.core.privacy.inventory import register

register(
    without=("wordpress.ImportRun", "wordpress.ImportedItem", "wordpress.OldUrl"),
)
