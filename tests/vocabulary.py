"""The part of schema.org that the site uses: what a node may, should and must have."""

THING = {
    "description",
    "identifier",
    "image",
    "mainEntityOfPage",
    "name",
    "sameAs",
    "url",
}
PLACE_AND_ORGANIZATION = {
    "address",
    "email",
    "geo",
    "logo",
    "makesOffer",
    "openingHoursSpecification",
    "paymentAccepted",
    "priceRange",
    "specialOpeningHoursSpecification",
    "telephone",
}
CREATIVE_WORK = {
    "about",
    "author",
    "citation",
    "comment",
    "commentCount",
    "dateCreated",
    "dateModified",
    "datePublished",
    "headline",
    "inLanguage",
    "isPartOf",
    "mainEntity",
    "publisher",
    "text",
}
WEB_PAGE = CREATIVE_WORK | {
    "breadcrumb",
    "lastReviewed",
    "primaryImageOfPage",
    "reviewedBy",
}
MAY = {
    "AboutPage": WEB_PAGE,
    "AdministrativeArea": set(),
    "Answer": CREATIVE_WORK,
    "BlogPosting": CREATIVE_WORK | {"wordCount"},
    "CreativeWork": CREATIVE_WORK,
    "BreadcrumbList": {"itemListElement"},
    "City": set(),
    "CollectionPage": WEB_PAGE,
    "Comment": CREATIVE_WORK | {"parentItem"},
    "ContactPage": WEB_PAGE,
    "DaySpa": PLACE_AND_ORGANIZATION,
    "EducationalOccupationalCredential": CREATIVE_WORK
    | {"credentialCategory", "recognizedBy"},
    "FAQPage": WEB_PAGE,
    "GeoCoordinates": {"latitude", "longitude"},
    "HealthAndBeautyBusiness": PLACE_AND_ORGANIZATION,
    "ImageObject": CREATIVE_WORK,
    "ListItem": {"item", "position"},
    "LocalBusiness": PLACE_AND_ORGANIZATION,
    "MedicalBusiness": PLACE_AND_ORGANIZATION,
    "Offer": {"price", "priceCurrency"},
    "OpeningHoursSpecification": {
        "closes",
        "dayOfWeek",
        "opens",
        "validFrom",
        "validThrough",
    },
    "Person": {
        "hasCredential",
        "jobTitle",
        "knowsAbout",
        "knowsLanguage",
        "worksFor",
    },
    "PhysicalTherapy": PLACE_AND_ORGANIZATION,
    "PostalAddress": {
        "addressCountry",
        "addressLocality",
        "addressRegion",
        "postalCode",
        "streetAddress",
    },
    "ProfilePage": WEB_PAGE,
    "Question": CREATIVE_WORK | {"acceptedAnswer"},
    "Service": {"areaServed", "offers", "provider", "serviceType"},
    "SportsActivityLocation": PLACE_AND_ORGANIZATION,
    "WebPage": WEB_PAGE,
    "WebSite": CREATIVE_WORK,
}
PAGE = {"about", "description", "inLanguage", "isPartOf", "name", "url"} | {
    "primaryImageOfPage"
}
# Properties that search engines require or recommend.
SHOULD = {
    "AboutPage": PAGE | {"breadcrumb"},
    "Answer": {"text"},
    "BlogPosting": {
        "author",
        "commentCount",
        "dateModified",
        "datePublished",
        "description",
        "headline",
        "image",
        "inLanguage",
        "mainEntityOfPage",
        "publisher",
        "url",
        "wordCount",
    },
    "BreadcrumbList": {"itemListElement"},
    "City": {"name"},
    "CollectionPage": PAGE | {"breadcrumb"},
    "Comment": {"author", "dateCreated", "text"},
    "ContactPage": PAGE | {"breadcrumb"},
    "CreativeWork": {"name"},
    "EducationalOccupationalCredential": {"name"},
    "FAQPage": {"isPartOf", "mainEntity"},
    "GeoCoordinates": {"latitude", "longitude"},
    "HealthAndBeautyBusiness": PLACE_AND_ORGANIZATION - {"makesOffer"}
    | {"image", "name", "url"},
    "ImageObject": {"url"},
    "ListItem": {"item", "name", "position"},
    "Offer": {"name", "price", "priceCurrency", "url"},
    "OpeningHoursSpecification": {"closes", "opens"},
    "Person": {"name"},
    "PostalAddress": MAY["PostalAddress"],
    "ProfilePage": PAGE | {"breadcrumb", "mainEntity"},
    "Question": {"acceptedAnswer", "name"},
    "Service": {
        "areaServed",
        "description",
        "image",
        "name",
        "offers",
        "provider",
        "serviceType",
        "url",
    },
    "WebPage": PAGE,
    "WebSite": {"inLanguage", "name", "publisher", "url"},
}


def walk(node):
    """Yield every node of a document that has a type."""
    if isinstance(node, list):
        for part in node:
            yield from walk(part)
    elif isinstance(node, dict):
        if "@type" in node:
            yield node
        yield from walk([value for name, value in node.items() if name != "@context"])


def find_mistakes(document):
    """List what a document should not have, lacks, or refers to in vain."""
    nodes = list(walk(document))
    known = {node.get("@id") for node in nodes}
    mistakes = []
    for node in nodes:
        kind, names = node["@type"], {name for name in node if name[0] != "@"}
        mistakes += [f"{kind} with {name}" for name in names - MAY[kind] - THING]
        mistakes += [f"{kind} without {n}" for n in SHOULD.get(kind, set()) - names]
        for value in node.values():
            if isinstance(value, dict) and value.keys() == {"@id"}:
                mistakes += [] if value["@id"] in known else [f"no {value['@id']}"]
    return mistakes
