"""Home, services index and blog index."""

from ..policies import OFFERS

HOME = {
    "headline": "Get back on the trail",
    "lead": "Sports massage for runners, cyclists and climbers in Boulder, Colorado.",
    "visit_steps": [
        (
            "Tell us what hurts",
            (
                "We ask when it started and what you want to get back to. Then we "
                "watch you move."
            ),
        ),
        (
            "Work on the cause",
            (
                "We treat the tight spots, by hand. You choose how deep, and you can "
                "stop at any time."
            ),
        ),
        (
            "Leave with a plan",
            (
                "You go home with 1 to 3 moves that fit your week. We say if and "
                "when to come back."
            ),
        ),
    ],
    "search_description": (
        "Sports massage in Boulder, Colorado for runners, cyclists and climbers with "
        "knee, foot, hip, back, shoulder or elbow pain. Book a visit."
    ),
}

SERVICES_INDEX = {
    "offers": OFFERS,
    "title": "Services",
    "introduction": (
        "Pick the part that hurts. Each page says how we treat it, what it costs and "
        "when to see a doctor first."
    ),
    "questions": [
        (
            "Which visit should I book?",
            (
                "<p>Choose the body part that bothers you most. If it is more than "
                'one, book a <a href="/services/sports-massage/">sports massage</a> '
                "and tell us on the day.</p>"
            ),
        ),
        (
            "How long should it be?",
            (
                "<p>Take 60 minutes for a first visit. That leaves time to talk, to "
                "test and to show you what to do at home.</p>"
            ),
        ),
        (
            "How many visits will I need?",
            (
                "<p>Often 2 to 4, with home care in between. If nothing changes, we "
                "say so and help you find other care.</p>"
            ),
        ),
        (
            "Do I need a doctor’s note?",
            (
                "<p>No. Each page lists the signs that need a doctor first. Please "
                "check that list before you book.</p>"
            ),
        ),
        (
            "What if I have to cancel?",
            (
                '<p>Please <a href="/contact/">call or write to us</a> as soon as '
                "you know. Someone else may be glad of the time.</p>"
            ),
        ),
        (
            "Can massage replace physical therapy?",
            (
                "<p>No. It goes well with it. If you have a plan from a therapist, "
                "bring it along.</p>"
            ),
        ),
    ],
    "search_description": (
        "Sports massage services and prices in Boulder: knee, foot, hip, back, "
        "shoulder and elbow pain, or the whole body. Find the right visit."
    ),
}

BLOG_INDEX = {
    "title": "Blog",
    "introduction": (
        "Plain guides to common sports injuries: why they hurt, what to do at home "
        "and when to get help."
    ),
    "search_description": (
        "Plain guides from a Boulder sports massage clinic: runner’s knee, IT band, "
        "Achilles, elbow and back pain, home care and training plans."
    ),
}
