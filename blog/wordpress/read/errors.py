class ExportError(Exception):
    """An export that cannot be imported, with the reason in words for its owner."""
