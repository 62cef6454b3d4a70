"""Tags of cached responses that no row adds by itself."""

# Which public pages there are, and everything that lists, menus and links say of them.
PAGES = "pages"
