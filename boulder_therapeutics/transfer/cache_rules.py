"""Cache rule for imports: everything is new."""

from boulder_therapeutics.pagecache import invalidate_all

from .signals import site_imported


def register():
    """Connect the rule to the signal of an import."""
    site_imported.connect(invalidate_everything)


def invalidate_everything(sender, **kwargs):
    invalidate_all()
