"""Nodes for the clinic and its website, which every page has."""

from itertools import groupby

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone

from boulder_therapeutics.core.clinic.opening_hours import DAYS
from boulder_therapeutics.core.languages import DEFAULT, language_tag, translated

from .values import absolute, without_empty

CLINIC_ID = f"{settings.SITE_URL}/#clinic"
WEBSITE_ID = f"{settings.SITE_URL}/#website"
CLOSED = "00:00"  # opening and closing at midnight means closed all day


def business(clinic):
    """Describe the clinic."""
    icon = absolute(static("img/icon-512.png"))
    return without_empty(
        {
            "@type": clinic.business_type,
            "@id": CLINIC_ID,
            "name": clinic.name,
            "url": f"{settings.SITE_URL}/",
            "image": icon,
            "logo": icon,
            "telephone": clinic.phone and clinic.phone_link.removeprefix("tel:"),
            "email": clinic.email,
            "priceRange": clinic.price_range,
            "paymentAccepted": translated(clinic, "payment_accepted"),
            "address": postal_address(clinic),
            "geo": geo(clinic),
            "openingHoursSpecification": weekly_hours(clinic.openings),
            "specialOpeningHoursSpecification": special_hours(
                clinic.special_openings, timezone.localdate()
            ),
            "sameAs": [link.value["url"] for link in clinic.social_links],
        }
    )


def postal_address(clinic):
    """Describe the address of the clinic."""
    return without_empty(
        {
            "@type": "PostalAddress",
            "streetAddress": clinic.street,
            "addressLocality": clinic.city,
            "addressRegion": clinic.region,
            "postalCode": clinic.postal_code,
            "addressCountry": clinic.country,
        }
    )


def geo(clinic):
    """Describe the coordinates of the clinic; return None without them."""
    if clinic.latitude is None or clinic.longitude is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": float(clinic.latitude),
        "longitude": float(clinic.longitude),
    }


def weekly_hours(openings):
    """Describe the week; days with the same hours share a node."""
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
    """Describe the dates with different hours, from `today` on."""
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
    """Describe the site, without its search, which search engines no longer show."""
    return {
        "@type": "WebSite",
        "@id": WEBSITE_ID,
        "name": clinic.name,
        "url": f"{settings.SITE_URL}/",
        "inLanguage": language_tag(DEFAULT),
        "publisher": {"@id": CLINIC_ID},
    }
