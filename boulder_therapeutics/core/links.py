"""Links to pages in rich text, found with one query and without what is not shown."""

from django.utils.html import escape

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler


class LightPageLinkHandler(PageLinkHandler):
    """Looks up addresses only, where Wagtail loads each page as a whole."""

    @classmethod
    def get_many(cls, attrs_list):
        """Return a page, or None, for each link."""
        ids = [attrs.get("id") for attrs in attrs_list]
        pages = {str(page.pk): page for page in Page.objects.filter(pk__in=ids)}
        return [pages.get(str(pk)) for pk in ids]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        """Return the opening tag of each link."""
        return [
            f'<a href="{escape(page.url)}">' if page else "<a>"
            for page in cls.get_many(attrs_list)
        ]
