"""Nodes for the page itself and its breadcrumbs; all nodes of a page together."""

from wagtail import hooks

from boulder_therapeutics.core.languages import language_tag, translated
from boulder_therapeutics.core.models import ContactPage, StandardPage, TherapistPage
from boulder_therapeutics.core.navigation import get_navigation

from .clinic import CLINIC_ID, WEBSITE_ID, business, website
from .people import person
from .values import plain_text, refer


def describe_page(page, context, facts):
    """Return the document about `page`.

    `facts` are its url, title, description and picture. The functions of the hook
    `construct_structured_data` receive the nodes by their subject and change them.
    """
    clinic = context["clinic"]
    nodes = {
        "clinic": business(clinic),
        "website": website(clinic),
        "page": web_page(page_type(page), **facts),
    }
    if steps := find_steps(page, context, facts):
        nodes["breadcrumbs"] = breadcrumb_list(facts["url"], steps)
        nodes["page"]["breadcrumb"] = refer(nodes["breadcrumbs"])
    if isinstance(page, TherapistPage):
        add_profile(nodes, page.person, facts)
    for construct in hooks.get_hooks("construct_structured_data"):
        construct(nodes, page, context, facts)
    return {"@context": "https://schema.org", "@graph": list(nodes.values())}


def add_profile(nodes, member, facts):
    """Add the person that the page is about."""
    nodes["person"] = person(member, facts["url"]) | {
        "description": plain_text(translated(member, "biography"))
        or facts["description"],
        "image": facts["picture"],
        "mainEntityOfPage": refer(nodes["page"]),
    }
    nodes["page"]["@type"] = "ProfilePage"
    nodes["page"]["mainEntity"] = refer(nodes["person"])


def page_type(page):
    """Return the type of web page that `page` is."""
    if isinstance(page, ContactPage):
        return "ContactPage"
    is_about = isinstance(page, StandardPage) and page.show_team
    return "AboutPage" if is_about else "WebPage"


def web_page(kind, url, title, description, picture):
    """Describe the page, apart from its subject."""
    return {
        "@type": kind,
        "@id": f"{url}#page",
        "url": url,
        "name": title,
        "description": description,
        "inLanguage": language_tag(),
        "isPartOf": {"@id": WEBSITE_ID},
        "about": {"@id": CLINIC_ID},
        "primaryImageOfPage": {"@type": "ImageObject", "url": picture},
    }


def find_steps(page, context, facts):
    """Return (name, URL) pairs from the home page to what is shown; none for home."""
    request = context["request"]
    parents = get_navigation(request).parents(page)
    if not parents:
        return []
    # A heading of its own means a list below the page, such as a category.
    above = [*parents, page] if context.get("heading") else parents
    steps = [(parent.title, parent.get_full_url(request)) for parent in above]
    return [*steps, (facts["title"], facts["url"])]


def breadcrumb_list(url, steps):
    """Describe the path to the page in (name, URL) pairs from the home page on."""
    return {
        "@type": "BreadcrumbList",
        "@id": f"{url}#breadcrumbs",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": item}
            for number, (name, item) in enumerate(steps, start=1)
        ],
    }
