"""Links to pages in rich text: addresses are kept, and the others found at once."""

from django.utils.functional import cached_property
from django.utils.html import escape

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from boulder_therapeutics.pagecache import memoize

MOST_KEPT = 1000


class LinkedPages:
    """The pages of some links, found together when one is needed."""

    def __init__(self, ids):
        self.ids = ids

    @cached_property
    def found(self):
        """The pages by id, as text."""
        return {str(page.pk): page for page in Page.objects.filter(pk__in=self.ids)}


@memoize("page-{}", most=MOST_KEPT)
def find_address(pk, *, pages):
    """Return the address of the page `pk`, None for one that is no more."""
    return pages.found[pk].url if pk in pages.found else None


class LightPageLinkHandler(PageLinkHandler):
    """Looks up addresses only, where Wagtail loads each page as a whole."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        """Return the opening tag of each link."""
        ids = [str(attrs.get("id") or 0) for attrs in attrs_list]
        pages = LinkedPages(ids)
        addresses = [find_address(pk, pages=pages) for pk in ids]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in addresses]
