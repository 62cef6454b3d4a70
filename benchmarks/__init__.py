"""`make bench`: how fast the site is, next to servers that do almost nothing."""
