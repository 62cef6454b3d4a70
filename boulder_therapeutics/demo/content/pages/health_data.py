"""Consumer health data privacy."""

HEALTH_DATA = {
    "title": "Consumer health data privacy",
    "introduction": (
        "What you tell us about your body is yours. This page says what we do with it."
    ),
    "body": [
        ("heading", {"text": "What we may learn", "level": "h2", "anchor": "what"}),
        (
            "paragraph",
            (
                "<p>You may tell us where it hurts, since when, and what you have "
                "tried. You do so in a message, in a comment, on a form or on the "
                "phone. Even booking a visit for a sore knee says something about "
                "your health.</p>"
                "<p>We do not guess at your health from the pages you read. This site "
                "has no trackers and no ads.</p>"
            ),
        ),
        ("heading", {"text": "Why we need it", "level": "h2", "anchor": "why"}),
        (
            "paragraph",
            (
                "<p>To answer you, to plan your visit and to treat you safely. We use "
                "it for nothing else. We ask you first if that should ever change.</p>"
            ),
        ),
        ("heading", {"text": "Who sees it", "level": "h2", "anchor": "who"}),
        (
            "paragraph",
            (
                "<p>The staff of the clinic. We do not sell it, and we do not share "
                "it with advertisers. A comment that we publish can be read by "
                "everyone, so please leave private details out.</p>"
            ),
        ),
        ("heading", {"text": "Your rights", "level": "h2", "anchor": "rights"}),
        (
            "paragraph",
            (
                "<ul><li><b>Know:</b> ask what we have about your health, and who "
                "has seen it.</li>"
                "<li><b>Take back:</b> tell us to stop using it.</li>"
                "<li><b>Delete:</b> tell us to erase it. We do, unless a law makes "
                "us keep it.</li></ul>"
                '<p><a href="/contact/">Call or write to us</a>. We answer within 45 '
                "days and charge nothing. If we say no, you can ask us to look again, "
                "or turn to the attorney general of your state.</p>"
                "<p>What this site stores, and for how long, is on our <a "
                'href="/privacy/">privacy page</a>.</p>'
            ),
        ),
    ],
    "search_description": (
        "What a sports massage clinic in Boulder learns about your health, why, who "
        "sees it, and how to see it, take it back or have it deleted."
    ),
}
