"""`make bench`: how fast the site is, beside servers that do next to nothing."""
