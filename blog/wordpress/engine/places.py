"""Where things go on this site."""

from wagtail.models import Site

from blog.models import BlogIndexPage
from boulder_therapeutics.core.models import HomePage, StandardPage

from ..read.errors import ExportError


def find_site(host):
    if not host:
        site = Site.objects.filter(is_default_site=True).first()
    else:
        site = Site.objects.filter(hostname=host).first()
    if site is None:
        raise ExportError(f"There is no site {host or 'yet'} here.")
    return site


def find_parent(site, path):
    """Return the page below which imported pages go."""
    root = site.root_page.specific
    if not path.strip("/"):
        return root
    url_path = f"{root.url_path.rstrip('/')}/{path.strip('/')}/"
    page = StandardPage.objects.filter(url_path=url_path).first()
    if page is None:
        raise ExportError(f"There is no standard page {path} to put pages below.")
    return page


def find_index(context):
    """Return the blog of the site; create it if there is none."""
    root = context.site.root_page
    index = BlogIndexPage.objects.descendant_of(root).first()
    if index is None:
        if not isinstance(root.specific, HomePage):
            raise ExportError("The site has no home page to put a blog below.")
        index = root.add_child(
            instance=BlogIndexPage(title="Blog", slug="blog", show_in_menus=True)
        )
        context.tally.note("page", "the blog was created", index.url)
    return index
