"""Shoulder care; an unfinished draft."""

ARTICLE = {
    "slug": "shoulder-care-swimmers-climbers",
    "title": "Shoulder Care for Swimmers and Climbers",
    "introduction": (
        "Two sports, one joint: how to keep a busy shoulder free of pain."
    ),
    "date": "2026-11-18T09:00",
    "authors": ["therapist"],
    "categories": ["education", "climbing"],
    "tags": ["shoulder", "climbing", "swimming"],
    "cover": "shoulder-cover",
    "cover_alt": (
        "Drawing of a shoulder from the front with rings over the sore area."
    ),
    "services": ["shoulder-and-neck-pain"],
    "state": "draft",
    "search_description": (
        "How swimmers and climbers can care for a sore shoulder: rest, strength and "
        "early signs."
    ),
    "reviewed_by": None,
    "reviewed_on": None,
    "next_review_on": None,
    "body": [
        (
            "paragraph",
            (
                "<p>Your shoulder is a golf ball on a tee. It can move almost "
                "anywhere, and muscles have to keep it in place. Swimmers and "
                "climbers ask a lot of those muscles.</p>"
            ),
        ),
        ("heading", {"text": "Early signs", "level": "h2", "anchor": "early-signs"}),
        (
            "paragraph",
            (
                "<ul><li>A pinch when you reach overhead.</li>"
                "<li>An ache at night when you lie on that side.</li>"
                "<li>Less power at the end of a swim or a long route.</li>"
                "</ul>"
            ),
        ),
        (
            "figure",
            {
                "image": "shoulder",
                "alt": (
                    "A shoulder from the front. Rings mark the top and the front of "
                    "the joint."
                ),
                "caption": (
                    "Most sore shoulders hurt at the top or in front, where space is "
                    "tight."
                ),
            },
        ),
        (
            "heading",
            {"text": "What to try first", "level": "h2", "anchor": "what-to-try-first"},
        ),
        (
            "paragraph",
            (
                "<p>Cut the load by half for 2 weeks. Keep your elbows in front of "
                "you when you lift. Row with a band, 3 sets of 12, every second "
                "day.</p>"
            ),
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "you cannot lift your arm after a fall",
                    "your arm is numb or weak",
                    "it hurts all night",
                ],
            },
        ),
        (
            "heading",
            {
                "text": "Where massage can help",
                "level": "h2",
                "anchor": "where-massage-can-help",
            },
        ),
        (
            "paragraph",
            (
                "<p>We work on the chest, the back of the shoulder and the neck. See "
                '<a href="/services/shoulder-and-neck-pain/">how we treat shoulder '
                "and neck pain</a>.</p>"
            ),
        ),
    ],
}
