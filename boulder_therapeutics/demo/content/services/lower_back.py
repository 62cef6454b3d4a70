"""Lower Back Pain."""

SERVICE = {
    "slug": "lower-back-pain",
    "title": "Lower Back Pain",
    "body_area": "back",
    "summary": (
        "If your back seizes up after a day at the desk or on the bike, massage can "
        "help. Most stiff backs like touch, warmth and motion."
    ),
    "short": "A stiff back from sitting, riding or lifting.",
    "drawing": "lower-back",
    "drawing_alt": (
        "A lower back from behind: the long muscles on the left, the deeper ones on "
        "the right, with red rings over the sore area."
    ),
    "drawing_caption": (
        "The muscles beside the spine tire when they hold one shape for hours."
    ),
    "signs": [
        "Your back is stiff when you get out of bed or off the bike.",
        "It aches after a long time in one position.",
        "It feels better when you walk around.",
        "Your hips feel tight in front.",
        "It comes back each spring with yard work or long rides.",
    ],
    "treatment": (
        "<p>We ask what sets it off, then watch you bend, turn and reach. We look at "
        "your hips as well.</p>"
        "<p>We work on the long muscles of the back, the glutes and the front of the "
        "hips. The pressure is firm but calm. We never crack a joint.</p>"
        "<p>Long days in a chair or a saddle? Read <a "
        'href="/blog/desk-and-bike-lower-back/">how to help your lower back at the '
        "desk and on the bike</a>.</p>"
    ),
    "expectations": (
        "<p>Plan 60 minutes. Many people move with more ease right after, and feel a "
        "bit sore for a day.</p>"
        "<p>Come 2 or 3 times, about a week apart. Short walks and a few moves at "
        "home matter more than extra visits.</p>"
    ),
    "prices": [
        (30, 65, "A follow-up for the lower back"),
        (60, 110, "A first visit: back and hips"),
        (90, 155, "Full back, hips and legs"),
    ],
    "doctor_signs": [
        "pain runs below your knee, or your leg is numb or weak",
        "it began with a fall or a crash",
        "you feel ill, have a fever or lose weight without trying",
        "you have had cancer, or it hurts most at night",
        "it is no better after 6 weeks",
    ],
    "doctor_now": [
        "you feel numb between your legs",
        "you cannot control your bladder or bowel, or cannot pee",
        "both legs are weak",
    ],
    "home_care": [
        "Keep moving: take short walks through the day.",
        "Use a warm pack for 15 minutes.",
        "Lie on your back with your legs up on a chair for 5 minutes.",
        "Bend from your hips when you lift, and hold the load close.",
    ],
    "questions": [
        (
            "Should I rest in bed?",
            (
                "<p>A few hours, if you must. After that, gentle walks help more "
                "than bed does.</p>"
            ),
        ),
        (
            "Do you adjust the spine?",
            "<p>No. We work with muscles and other soft tissue, by hand.</p>",
        ),
        (
            "Can I come while it hurts a lot?",
            (
                "<p>Call us first. On a very sore day we may work for a short time "
                "only, or ask you to wait.</p>"
            ),
        ),
    ],
    "search_description": (
        "Sports massage for lower back pain in Boulder, for desk workers and "
        "cyclists. How we treat it, prices, home care and urgent signs."
    ),
    "booking_code": "back",
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
}
