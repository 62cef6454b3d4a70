from django.dispatch import Signal

# Sent in the transaction of each batch of an import. Rows are written in bulk, which
# sends no signals of their own. Argument: `articles`, the ids of those with new
# comments.
batch_written = Signal()
