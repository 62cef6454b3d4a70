"""Cold or warmth: a short guide with one table."""

ARTICLE = {
    "slug": "ice-or-heat",
    "title": "Ice or Heat? How to Choose",
    "introduction": (
        "Cold calms, warmth loosens. Which one you need depends on how new the "
        "problem is."
    ),
    "date": "2024-11-12T09:00",
    "authors": ["bt-admin"],
    "categories": ["education", "home-care"],
    "tags": ["home-care", "recovery"],
    "cover": "ice-and-rest",
    "cover_alt": "A person rests with one leg up and a cold pack on the knee.",
    "services": ["sports-massage"],
    "state": "live",
    "search_description": (
        "When to use ice and when to use heat on a sore muscle or joint, for how "
        "long, and when to leave both alone."
    ),
    "reviewed_by": "therapist",
    "reviewed_on": "2026-09-15",
    "next_review_on": "2027-09-15",
    "body": [
        (
            "paragraph",
            (
                "<p>It is the question we hear most at the front desk. The short "
                "answer: cold for new and swollen, warm for old and stiff. If "
                "neither feels good, you do not need either.</p>"
            ),
        ),
        (
            "heading",
            {"text": "A quick guide", "level": "h2", "anchor": "a-quick-guide"},
        ),
        (
            "table",
            {
                "caption": "Ice or heat by situation",
                "header": ["What you have", "Use", "How"],
                "rows": [
                    [
                        "A new sprain or strain, up to 2 days old",
                        "Cold",
                        "15 minutes, 3 to 5 times a day",
                    ],
                    [
                        "A knee that swells after a run",
                        "Cold",
                        "15 minutes, soon after the run",
                    ],
                    [
                        "A stiff neck or lower back",
                        "Warmth",
                        "15 to 20 minutes, then move gently",
                    ],
                    [
                        "Tight muscles before exercise",
                        "Warmth",
                        "A warm shower, then a slow warm-up",
                    ],
                    [
                        "Sore muscles the day after a race",
                        "Either",
                        "Whatever feels good to you",
                    ],
                    [
                        "An ache that has lasted for months",
                        "Warmth",
                        "15 minutes before your home exercises",
                    ],
                ],
            },
        ),
        (
            "heading",
            {"text": "How to use cold", "level": "h2", "anchor": "how-to-use-cold"},
        ),
        (
            "paragraph",
            (
                "<p>Wrap a cold pack or a bag of frozen peas in a thin towel. Put it "
                "on for 15 minutes, then take it off for at least an hour. Take it "
                "off early if the skin burns or goes white.</p>"
                "<p>Cold eases pain. It does not speed up healing, and you do not "
                "need it for weeks. After the first few days, gentle movement does "
                "more.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "ice-and-rest",
                "alt": (
                    "A person sits with one leg raised on a cushion and a wrapped "
                    "cold pack on the knee."
                ),
                "caption": (
                    "Raise the leg while you ice it: that helps the swelling drain."
                ),
            },
        ),
        (
            "heading",
            {"text": "How to use warmth", "level": "h2", "anchor": "how-to-use-warmth"},
        ),
        (
            "paragraph",
            (
                "<p>A warm bath, a wheat bag or a heat wrap all work. It should feel "
                "warm, never hot. Do not fall asleep on a heat pad.</p>"
                "<p>Warmth is a good start before you stretch or roll. Keep it away "
                "from fresh swelling, which it can make worse.</p>"
            ),
        ),
        (
            "callout",
            {
                "kind": "note",
                "title": "Leave both alone if",
                "text": (
                    "<ul><li>the skin is broken, numb or infected</li>"
                    "<li>you have poor blood flow in your hands or feet</li>"
                    "<li>you have nerve damage, such as from diabetes, unless your "
                    "doctor says it is fine</li>"
                    "</ul>"
                ),
            },
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "you cannot put weight on the leg",
                    "the swelling grows after 2 days",
                    "the skin is hot and red, or you have a fever",
                    "a calf is swollen, warm and sore on one side",
                ],
            },
        ),
        (
            "heading",
            {"text": "What comes next", "level": "h2", "anchor": "what-comes-next"},
        ),
        (
            "paragraph",
            (
                "<p>Ice and heat buy you comfort. They do not change what made you "
                "sore. When the worst is over, try <a "
                'href="/blog/foam-rolling-basics/">foam rolling</a> or read <a '
                'href="/services/sports-massage/">what happens at a sports massage '
                "visit</a>.</p>"
            ),
        ),
    ],
}
