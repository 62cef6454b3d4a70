from django.dispatch import Signal

# Sent in the transaction of an import, which sends no other signals.
site_imported = Signal()
