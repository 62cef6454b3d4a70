from django.dispatch import Signal

# Sent with `image` when the last rendition that pages show of it has been encoded.
# Pages cached before then still name URLs that work, but that need Django.
renditions_completed = Signal()
