"""The facts of a page as search engines read them, in the words of schema.org.

Plain functions return plain dicts. Other packages add what they know of their own pages
by the hook `construct_structured_data`, and what changes without the page by the hook
`complete_structured_data`.
"""

from itertools import groupby
from urllib.parse import urljoin

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import strip_tags

from wagtail import hooks

from boulder_therapeutics.core.clinic.opening_hours import DAYS
from boulder_therapeutics.core.models import ContactPage, StandardPage
from boulder_therapeutics.core.navigation import get_navigation

CLINIC_ID = f"{settings.SITE_URL}/#clinic"
WEBSITE_ID = f"{settings.SITE_URL}/#website"
CLOSED = "00:00"  # opening and closing at midnight means closed all day


def describe_page(page, context, facts):
    """Return the nodes for what is shown of `page`, by what they are about.

    `facts` are its address, title, description and picture. Functions registered for
    the hook `construct_structured_data` get and change the nodes.
    """
    clinic, request = context["clinic"], context["request"]
    nodes = {
        "clinic": business(clinic),
        "website": website(clinic),
        "page": web_page(page_type(page), **facts),
    }
    parents = [(p.title, p.full_url) for p in get_navigation(request).parents(page)]
    if parents:
        if context.get("heading"):
            parents.append((page.title, page.full_url))
        steps = [*parents, (facts["title"], facts["address"])]
        nodes["breadcrumbs"] = breadcrumb_list(facts["address"], steps)
        nodes["page"]["breadcrumb"] = refer(nodes["breadcrumbs"])
    for construct in hooks.get_hooks("construct_structured_data"):
        construct(nodes, page, context, facts)
    return nodes


def complete(nodes, context):
    """Return the whole document, to whose nodes `complete_structured_data` adds."""
    for add in hooks.get_hooks("complete_structured_data"):
        add(nodes, context)
    return {"@context": "https://schema.org", "@graph": list(nodes.values())}


def refer(node):
    """Return a reference to a node that stands elsewhere in the document."""
    return {"@id": node["@id"]}


def page_type(page):
    """Return the kind of web page that `page` is."""
    if isinstance(page, ContactPage):
        return "ContactPage"
    is_about = isinstance(page, StandardPage) and page.show_team
    return "AboutPage" if is_about else "WebPage"


def business(clinic):
    """Describe the clinic."""
    today = timezone.localdate()
    address = {
        "@type": "PostalAddress",
        "streetAddress": clinic.street,
        "addressLocality": clinic.city,
        "addressRegion": clinic.region,
        "postalCode": clinic.postal_code,
        "addressCountry": clinic.country,
    }
    return without_empty(
        {
            "@type": clinic.business_type,
            "@id": CLINIC_ID,
            "name": clinic.name,
            "url": f"{settings.SITE_URL}/",
            "image": absolute(static("img/icon-512.png")),
            "logo": absolute(static("img/icon-512.png")),
            "telephone": clinic.phone and clinic.phone_link.removeprefix("tel:"),
            "email": clinic.email,
            "priceRange": clinic.price_range,
            "address": without_empty(address),
            "geo": geo(clinic),
            "openingHoursSpecification": weekly_hours(clinic.openings),
            "specialOpeningHoursSpecification": special_hours(
                clinic.special_openings, today
            ),
            "sameAs": [link.value["url"] for link in clinic.social_links],
        }
    )


def geo(clinic):
    """Describe where the clinic is on the globe, or return None."""
    if clinic.latitude is None or clinic.longitude is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": float(clinic.latitude),
        "longitude": float(clinic.longitude),
    }


def weekly_hours(openings):
    """Describe the week, the days with the same span together."""
    spans = sorted((o for o in openings if o.opens), key=lambda o: (o[1:], o.day))
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [DAYS[opening.day] for opening in same],
            "opens": f"{opens:%H:%M}",
            "closes": f"{closes:%H:%M}",
        }
        for (opens, closes), same in groupby(spans, key=lambda o: o[1:])
    ]


def special_hours(openings, today):
    """Describe the dates with other hours, from `today` on."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": opening.date.isoformat(),
            "validThrough": opening.date.isoformat(),
            "opens": f"{opening.opens:%H:%M}" if opening.opens else CLOSED,
            "closes": f"{opening.closes:%H:%M}" if opening.closes else CLOSED,
        }
        for opening in sorted(openings, key=lambda o: o.date)
        if opening.date >= today
    ]


def website(clinic):
    """Describe the site. Its search is not among it: no engine offers that any more."""
    return {
        "@type": "WebSite",
        "@id": WEBSITE_ID,
        "name": clinic.name,
        "url": f"{settings.SITE_URL}/",
        "inLanguage": "en-US",
        "publisher": {"@id": CLINIC_ID},
    }


def web_page(kind, address, title, description, picture):
    """Describe the page itself, apart from what it is about."""
    return {
        "@type": kind,
        "@id": f"{address}#page",
        "url": address,
        "name": title,
        "description": description,
        "inLanguage": "en-US",
        "isPartOf": {"@id": WEBSITE_ID},
        "about": {"@id": CLINIC_ID},
        "primaryImageOfPage": {"@type": "ImageObject", "url": picture},
    }


def breadcrumb_list(address, steps):
    """Describe the way to the page, as (name, address) pairs from the home page on."""
    return {
        "@type": "BreadcrumbList",
        "@id": f"{address}#breadcrumbs",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": item}
            for number, (name, item) in enumerate(steps, start=1)
        ],
    }


def person(someone, address):
    """Describe somebody of the clinic, whose articles are listed at `address`."""
    letters = someone.credentials
    return without_empty(
        {
            "@type": "Person",
            "@id": f"{address}#person",
            "name": someone.name,
            "url": address,
            "jobTitle": someone.role,
            "hasCredential": letters
            and {"@type": "EducationalOccupationalCredential", "name": letters},
            "worksFor": {"@id": CLINIC_ID},
        }
    )


def faq_page(address, questions):
    """Describe questions and their answers."""
    return {
        "@type": "FAQPage",
        "@id": f"{address}#questions",
        "mainEntity": [
            {
                "@type": "Question",
                "name": block.value["question"],
                "acceptedAnswer": {
                    "@type": "Answer",
                    "text": plain_text(block.value["answer"].source),
                },
            }
            for block in questions
        ],
    }


def plain_text(html):
    """Return the words of `html` on one line."""
    return " ".join(strip_tags(html.replace("><", "> <")).split())


def moment(time):
    """Return a time as schema.org writes it, in the clinic's time zone."""
    return timezone.localtime(time).isoformat(timespec="seconds")


def absolute(url):
    """Return `url` with the public address of the site, if it has none."""
    return urljoin(settings.SITE_URL, url)


def without_empty(node):
    """Return `node` without properties that say nothing."""
    return {name: value for name, value in node.items() if value not in ("", None, [])}
