"""Articles as posts, and other pages as pages."""

from urllib.parse import urljoin

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Count

from wagtail.models import Page, PageViewRestriction

from blog.models import BlogPage

from .attachments import IMAGE_NUMBERS
from .comments import write_comments
from .xml import gmt, local

HOME_DEPTH = 2


def find_translated():
    """Return the keys that several pages, which are translations, have in common."""
    counts = Page.objects.order_by().values("translation_key").annotate(Count("pk"))
    return set(counts.filter(pk__count__gt=1).values_list("translation_key", flat=True))


def write_page(wxr, rendered, translated, with_personal_data):
    """Write a page and its comments; `translated` are keys with several pages."""
    page = rendered.page
    is_article = isinstance(page, BlogPage)
    date = date_of(page)
    modified = page.last_published_at or date
    status, password = status_of(page)
    wxr.start("item")
    wxr.add("title", page.title)
    wxr.add("link", rendered.url)
    wxr.add("dc:creator", next(iter(slugs_of_authors(page)), ""))
    wxr.add("guid", f"{settings.SITE_URL}/?page_id={page.pk}", isPermaLink="false")
    wxr.add("content:encoded", to_html(rendered.content, rendered.images))
    wxr.add("excerpt:encoded", getattr(page, "introduction", ""))
    wxr.add_all(
        {
            "wp:post_id": page.pk,
            "wp:post_date": local(date),
            "wp:post_date_gmt": gmt(date),
            "wp:post_modified": local(modified),
            "wp:post_modified_gmt": gmt(modified),
            "wp:comment_status": comment_status(page),
            "wp:ping_status": "closed",
            "wp:post_name": page.slug,
            "wp:status": status,
            "wp:post_parent": parent_number(page),
            "wp:menu_order": 0,
            "wp:post_type": "post" if is_article else "page",
            "wp:post_password": password,
            "wp:is_sticky": int(getattr(page, "pinned", False)),
        }
    )
    write_terms(wxr, page)
    write_language(wxr, page, translated)
    write_meta(wxr, page)
    if is_article:
        write_comments(wxr, page, with_personal_data)
    wxr.end("item")


def to_html(content, images):
    """Return the text as HTML, without the attributes for scripts of this site."""
    if content.name == "main":
        content.name = "div"
    for element in content.find_all(True):
        element.attrs = without_data(element.attrs)
    for element, pk, name in images:
        element.attrs = {"alt": element.get("alt", ""), **describe_image(pk, name)}
    return str(content).strip()


def describe_image(pk, name):
    """Return the URL of an image, and the class that says which attachment it is."""
    url = urljoin(settings.SITE_URL, default_storage.url(name))
    return {"class": f"wp-image-{IMAGE_NUMBERS + pk}", "src": url}


def without_data(attributes):
    """Leave out the attributes that only the scripts of this site read."""
    return {k: v for k, v in attributes.items() if not k.startswith("data-")}


def date_of(page):
    """Return when a page was published or goes live, or None.

    WordPress publishes a scheduled post at once if its date is not in the future.
    """
    if not page.live and (revision := page.scheduled_revision):
        return revision.approved_go_live_at
    return page.date if isinstance(page, BlogPage) else page.first_published_at


def status_of(page):
    """Return the status and the password of a page in WordPress."""
    if not page.live:
        is_scheduled = page.scheduled_revision is not None
        return ("future" if is_scheduled else "draft"), ""
    restriction = page.get_view_restrictions().first()
    if restriction is None:
        return "publish", ""
    if restriction.restriction_type == PageViewRestriction.PASSWORD:
        return "publish", restriction.password
    return "private", ""


def comment_status(page):
    return "open" if getattr(page, "comments_open", False) else "closed"


def parent_number(page):
    """Return the number of the page above, 0 for articles and below the home page."""
    if isinstance(page, BlogPage) or page.depth <= HOME_DEPTH + 1:
        return 0
    return page.get_parent().pk


def slugs_of_authors(page):
    return [author.slug for author in getattr(page, "authors", [])]


def write_terms(wxr, page):
    """Name the categories and tags, and the authors if there are several."""
    if isinstance(page, BlogPage):
        for category in sorted(page.categories.all(), key=lambda each: each.slug):
            _add_term(wxr, "category", category.slug, category.name)
        for tag in sorted(page.tags.all(), key=lambda tag: tag.slug):
            _add_term(wxr, "post_tag", tag.slug, tag.name)
        if len(page.authors) > 1:  # as Co-Authors Plus does
            for author in page.authors:
                _add_term(wxr, "author", f"cap-{author.slug}", author.name)


def write_language(wxr, page, translated):
    """Name the language, and what a page shares with translations, as Polylang does."""
    language = page.locale.language_code
    if language != settings.LANGUAGE_CODE:
        _add_term(wxr, "language", language, str(page.locale))
    if page.translation_key in translated:
        name = f"pll_{page.translation_key.hex}"
        _add_term(wxr, "post_translations", name, name)


def _add_term(wxr, domain, slug, name):
    wxr.add("category", name, domain=domain, nicename=slug)


def write_meta(wxr, page):
    """Add the picture, and what plugins for search engines know, as Yoast SEO does."""
    meta = {
        "_thumbnail_id": IMAGE_NUMBERS + (getattr(page, "cover_id", None) or 0),
        "_yoast_wpseo_title": page.seo_title,
        "_yoast_wpseo_metadesc": page.search_description,
        "_yoast_wpseo_meta-robots-noindex": "1" if page.noindex else "",
    }
    if meta["_thumbnail_id"] == IMAGE_NUMBERS:
        del meta["_thumbnail_id"]
    for key, value in meta.items():
        if value:
            wxr.add_meta(key, value)
