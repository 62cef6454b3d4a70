from django.dispatch import Signal

# Sent in the transaction of a batch of an import, for it and for those before that only
# added pages. Rows are written in bulk, which sends no signals of their own. Argument:
# `articles`, the ids of those with new comments.
batch_written = Signal()
