"""All pages: each is rendered once, for WordPress and as Markdown."""

from django.db.models import prefetch_related_objects

from wagtail.models import Page

from blog.models import BlogPage
from boulder_therapeutics.core.publishing.restrictions import only_public
from boulder_therapeutics.images.pictures import images_in

from .markdown import write_markdown
from .render import Renderer
from .wordpress.pages import find_translated, write_page

HOME_DEPTH = 2
CHUNK = 50
# What is written of each article; `authors` are set from the last.
RELATED = [
    *["categories", "tags", "comments__user__person"],
    "article_authors__person",
]


def export_pages(folder, wxr, with_personal_data, progress):
    """Write all pages; return the number of those that are there as Markdown."""
    renderer, translated, number = Renderer(), find_translated(), 0
    public = set(only_public(Page.objects).values_list("pk", flat=True))
    for pages in load_pages():
        articles = [page for page in pages if isinstance(page, BlogPage)]
        images = [image for each in articles for image in images_in(each.body)]
        renderer.originals.prefetch(images)
        for page in pages:
            progress(f"Writing “{page.title}”")
            rendered = renderer.render(page)
            if not page.alias_of_id:
                write_page(wxr, rendered, translated, with_personal_data)
            if page.pk in public and rendered.url:
                write_markdown(folder, rendered)
                number += 1
    return number


def load_pages():
    """Yield lists of pages in the order of the tree; of drafts, a revision.

    What all articles of a list need is loaded with a few queries.
    """
    below = Page.objects.filter(depth__gte=HOME_DEPTH).order_by("path")
    ids = list(below.values_list("pk", flat=True))
    for start in range(0, len(ids), CHUNK):
        rows = below.filter(pk__in=ids[start : start + CHUNK]).specific()
        pages = [page if page.live else load_draft(page) for page in rows]
        prefetch_related_objects(pages, "locale")
        articles = [p for p in pages if isinstance(p, BlogPage) and p.live]
        prefetch_related_objects(articles, *RELATED)
        for article in articles:
            rows = article.article_authors.all()
            article.authors = [row.person for row in rows if row.person]
        yield pages


def load_draft(page):
    """Return the revision of a page that goes live on a date, or else the newest."""
    scheduled = page.get_scheduled_revision_as_object()
    return scheduled or page.get_latest_revision_as_object()
