"""The comments with which WordPress marks blocks in HTML."""

import re

# WordPress escapes "--" in attributes, so no other comment begins there.
DELIMITER = re.compile(
    r"<!--\s+(?P<closer>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+"
    r"(?P<attributes>\{(?:(?!\}\s+/?-->|<!--).)*?\}\s+)?(?P<void>/)?-->",
    re.DOTALL,
)


def has_blocks(content):
    return "<!-- wp:" in content
