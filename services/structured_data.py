"""Services and the questions about them as schema.org structured data."""

from django.utils.translation import gettext

from boulder_therapeutics.seo.structured_data import (
    CLINIC_ID,
    faq_page,
    refer,
    without_empty,
)

from .models import ServiceIndexPage, ServicePage


def add_services(nodes, page, context, facts):
    """Add the nodes for a service or the list of services."""
    if not isinstance(page, ServicePage | ServiceIndexPage):
        return
    if isinstance(page, ServicePage):
        nodes["service"] = describe_service(page, context["clinic"], facts)
        nodes["page"]["mainEntity"] = refer(nodes["service"])
    else:
        nodes["page"]["@type"] = "CollectionPage"
        nodes["clinic"] |= without_empty({"makesOffer": describe_offers(page, facts)})
    if page.questions:
        nodes["questions"] = faq_page(facts["url"], page.questions)
        nodes["questions"]["isPartOf"] = refer(nodes["page"])


def describe_service(page, clinic, facts):
    """Return the node for a service."""
    return without_empty(
        {
            "@type": "Service",
            "@id": f"{facts['url']}#service",
            "name": page.title,
            "description": page.summary,
            "url": facts["url"],
            "image": facts["picture"],
            "serviceType": gettext("Sports massage"),
            "provider": {"@id": CLINIC_ID},
            "areaServed": {"@type": "City", "name": f"{clinic.city}, {clinic.region}"},
            "offers": [
                *(describe_price(price, facts) for price in page.price_list),
                *describe_offers(page, facts),
            ],
        }
    )


def describe_price(price, facts):
    """Return the node for the price of a visit."""
    name = gettext("%(minutes)s minutes") % {"minutes": price.minutes}
    return offer(name, price.note, price.dollars, facts)


def describe_offers(page, facts):
    """Return the nodes for the packages and other offers that have a price."""
    return [
        offer(value["title"], describe_offer(value), value["dollars"], facts)
        for value in (block.value for block in page.offers)
        if value["dollars"] is not None
    ]


def describe_offer(value):
    """Return what the price of an offer is for, and its text."""
    return ". ".join(filter(None, [value["unit"], value["text"]]))


def offer(name, description, dollars, facts):
    """Return the node for something that has a price."""
    return without_empty(
        {
            "@type": "Offer",
            "name": name,
            "description": description,
            "price": f"{dollars:.2f}",
            "priceCurrency": "USD",
            "url": facts["url"],
        }
    )
