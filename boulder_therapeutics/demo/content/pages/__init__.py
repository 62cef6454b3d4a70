"""The content of the index pages and of the pages that exist once."""

from .about import ABOUT, CONTACT
from .health_data import HEALTH_DATA
from .home import BLOG_INDEX, HOME, SERVICES_INDEX
from .notices import ACCESSIBILITY, PRIVACY

__all__ = [
    "ABOUT",
    "ACCESSIBILITY",
    "BLOG_INDEX",
    "CONTACT",
    "HEALTH_DATA",
    "HOME",
    "PRIVACY",
    "SERVICES_INDEX",
]
