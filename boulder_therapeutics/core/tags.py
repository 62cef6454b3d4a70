"""Tags of cached responses that no row adds by itself."""

# The content of all public pages, and every list, menu or link that shows them.
PAGES = "pages"
