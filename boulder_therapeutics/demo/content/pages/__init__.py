"""The content of the index pages and of the pages that exist once."""

from .about import ABOUT, CONTACT
from .home import BLOG_INDEX, HOME, SERVICES_INDEX
from .notices import ACCESSIBILITY, PRIVACY

__all__ = [
    "ABOUT",
    "ACCESSIBILITY",
    "BLOG_INDEX",
    "CONTACT",
    "HOME",
    "PRIVACY",
    "SERVICES_INDEX",
]
