"""Articles, their lists and their authors as schema.org structured data."""

from boulder_therapeutics.core.languages import language_tag
from boulder_therapeutics.core.models import ReviewMixin
from boulder_therapeutics.core.navigation import get_navigation
from boulder_therapeutics.images.pictures import cover_jpeg
from boulder_therapeutics.seo.structured_data import (
    CLINIC_ID,
    absolute,
    add_profile,
    moment,
    person,
    refer,
    without_empty,
)

from .models import BlogIndexPage, BlogPage


def add_blog(nodes, page, context, facts):
    """Add the nodes for a page of the blog, and the reviewer of any page."""
    if isinstance(page, ReviewMixin):
        add_review(nodes["page"], page, blog_url(context))
    if isinstance(page, BlogPage):
        add_article(nodes, page, blog_url(context), facts)
    elif isinstance(page, BlogIndexPage):
        nodes["page"]["@type"] = "CollectionPage"
        if author := context.get("author"):
            add_profile(nodes, author, facts)


def blog_url(context):
    """Return the absolute URL of the blog."""
    return absolute(get_navigation(context["request"]).section_url(BlogIndexPage))


def add_article(nodes, page, blog, facts):
    """Add an article and its authors; `blog` is the URL of the blog."""
    nodes["article"] = describe_article(page, blog, facts, nodes["page"]["@id"])
    nodes["page"]["mainEntity"] = refer(nodes["article"])


def add_review(node, page, blog):
    """Add to the node of a page who reviewed it, unless that is to be done again."""
    if page.is_reviewed and not page.is_review_overdue:
        node["lastReviewed"] = page.reviewed_on.isoformat()
        node["reviewedBy"] = describe_person(page.reviewer, blog)


def describe_article(page, blog, facts, page_id):
    """Return the node for an article."""
    modified = max(page.date, page.last_published_at or page.date)
    return without_empty(
        {
            "@type": "BlogPosting",
            "@id": f"{facts['url']}#article",
            "headline": page.title,
            "description": page.introduction,
            "url": facts["url"],
            "mainEntityOfPage": {"@id": page_id},
            "datePublished": moment(page.date),
            "dateModified": moment(modified),
            "author": [describe_person(author, blog) for author in page.authors],
            "image": image_urls(page, facts),
            "inLanguage": language_tag(),
            "wordCount": page.word_count or None,
            "publisher": {"@id": CLINIC_ID},
            "citation": [describe_reference(block.value) for block in page.references],
        }
    )


def describe_reference(reference):
    """Return the node for a source of an article."""
    return without_empty(
        {"@type": "CreativeWork", "name": reference["text"], "url": reference["url"]}
    )


def image_urls(page, facts):
    """Return the URLs of the article's images, the cover first."""
    cover = page.cover and cover_jpeg(page.cover)
    return [*([absolute(cover.url)] if cover else []), facts["picture"]]


def describe_person(author, blog):
    """Return the node for a person, with the URL of their list of articles."""
    path = BlogIndexPage().reverse_subpage("author", [author.slug])
    return person(author, blog + path)
