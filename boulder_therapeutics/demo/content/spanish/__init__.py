"""The Spanish pages of the demo site, in the format of the English ones.

Each is a translation of the page with the same key in `loader/spanish.py`. What is not
in its dict stays as in the English page.
"""

from .contact import CONTACT, PRIVACY
from .home import BLOG_INDEX, HOME, SERVICES_INDEX
from .runners_knee import ARTICLE as RUNNERS_KNEE
from .services import SERVICES

__all__ = [
    "BLOG_INDEX",
    "CONTACT",
    "HOME",
    "PRIVACY",
    "RUNNERS_KNEE",
    "SERVICES",
    "SERVICES_INDEX",
]
