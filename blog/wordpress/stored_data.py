"""What the importer stores: what it read and wrote, without emails or IP addresses."""

from boulder_therapeutics.core.privacy.inventory import register

register(
    without=("wordpress.ImportRun", "wordpress.ImportedItem", "wordpress.OldUrl"),
)
