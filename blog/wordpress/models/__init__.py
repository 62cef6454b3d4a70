from .ledger import ImportedItem, OldUrl
from .run import ImportRun

__all__ = ["ImportRun", "ImportedItem", "OldUrl"]
