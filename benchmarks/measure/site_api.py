"""Functions of the site that the yardstick has under other names."""

from boulder_therapeutics import pagecache

invalidate_all = getattr(pagecache, "invalidate_all", None) or pagecache.purge_all
