"""IT band pain: the long read, from the first flare to the first race."""

from .afterwards import AFTERWARDS
from .steps import STEPS
from .why_it_hurts import WHY_IT_HURTS

ARTICLE = {
    "slug": "it-band-comeback",
    "title": "How to Come Back from an IT Band Flare",
    "introduction": (
        "Pain on the outside of the knee that starts at the same mile each time? "
        "Here is a calm, step-by-step way back."
    ),
    "date": "2025-04-22T09:00",
    "authors": ["bt-admin"],
    "categories": ["education", "running"],
    "tags": ["running", "it-band", "knee", "hip", "trail-running"],
    "cover": "knee-side-cover",
    "cover_alt": "Drawing of a bent knee from the side, with rings behind the kneecap.",
    "services": ["knee-pain", "hip-and-glute-pain"],
    "state": "live",
    "search_description": (
        "A step-by-step guide to IT band pain for runners: calm the flare, build the "
        "hip, change your stride and return to the trail."
    ),
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
    "body": [*WHY_IT_HURTS, *STEPS, *AFTERWARDS],
}
