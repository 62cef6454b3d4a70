"""The content of pages in the vocabulary of schema.org, for search engines.

Functions return plain dictionaries, called nodes. Other packages add nodes for their
own pages with the hook `construct_structured_data`.
"""

from .clinic import CLINIC_ID
from .pages import add_profile, describe_page
from .people import person
from .questions import faq_page
from .values import absolute, moment, plain_text, refer, without_empty

__all__ = [
    "CLINIC_ID",
    "add_profile",
    "absolute",
    "describe_page",
    "faq_page",
    "moment",
    "person",
    "plain_text",
    "refer",
    "without_empty",
]
