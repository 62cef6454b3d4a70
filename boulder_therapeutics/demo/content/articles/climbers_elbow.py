"""Climber’s elbow: inner elbow pain from pulling."""

ARTICLE = {
    "slug": "climbers-elbow",
    "title": "Climber’s Elbow: Why It Aches and What to Do",
    "introduction": (
        "A sore inner elbow can stop a good season. Catch it early and you may keep "
        "climbing while it calms down."
    ),
    "date": "2026-05-19T09:00",
    "authors": ["bt-admin"],
    "categories": ["education", "climbing"],
    "tags": ["climbing", "elbow", "forearm"],
    "cover": "climber",
    "cover_alt": (
        "A climber in a blue helmet steps up a red sandstone slab, one hand reaching "
        "high."
    ),
    "services": ["elbow-and-forearm-pain"],
    "state": "live",
    "search_description": (
        "Inner elbow pain from climbing: what causes it, how to change your "
        "training, home exercises and when to see a doctor."
    ),
    "reviewed_by": "therapist",
    "reviewed_on": "2026-09-15",
    "next_review_on": "2027-09-15",
    "body": [
        (
            "paragraph",
            (
                "<p>It starts as a dull ache on the inside of the elbow. You feel it "
                "when you pull hard, carry bags or twist a jar. It fades as you warm "
                "up, so you climb on.</p>"
                "<p>Climbers call it climber’s elbow (medial epicondylitis). The "
                "muscles that close your fingers and bend your wrist all start from "
                "one bony knob. When they do too much, the spot where they join gets "
                "sore.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "forearm-elbow",
                "alt": (
                    "A forearm with the palm up. Rings mark a sore spot on the inner "
                    "side of the elbow."
                ),
                "caption": "All the strong finger muscles meet at this small knob.",
            },
        ),
        (
            "heading",
            {"text": "Common causes", "level": "h2", "anchor": "common-causes"},
        ),
        (
            "paragraph",
            (
                "<ul><li>More days on the wall, or a new board, without rest "
                "days.</li>"
                "<li>A lot of small crimps and hard, bent-arm pulling.</li>"
                "<li>Tight grip: many people hold on twice as hard as they need "
                "to.</li>"
                "<li>Weak shoulders, so that the arm does all the work.</li>"
                "</ul>"
            ),
        ),
        (
            "heading",
            {
                "text": "What to change on the wall",
                "level": "h2",
                "anchor": "what-to-change",
            },
        ),
        (
            "paragraph",
            (
                "<p>You may not have to stop. Drop 2 grades and climb big holds on "
                "easy angles. Keep your arms straight where you can, and step up "
                "with your legs.</p>"
                "<p>Take a full day off between climbing days. Leave out pull-ups, "
                "campus boards and steep roofs for a month.</p>"
            ),
        ),
        (
            "callout",
            {
                "kind": "home",
                "title": "3 moves for 6 weeks",
                "text": (
                    "<ol><li><b>Wrist lowers.</b> Rest your forearm on a table, palm "
                    "up, and hold a light weight. Lift it with the other hand. Lower "
                    "it for 4 seconds, 3 sets of 10.</li>"
                    "<li><b>Twists.</b> Hold a hammer by its end and turn your palm "
                    "up and down, slowly, 10 times.</li>"
                    "<li><b>Finger spreads.</b> Open your fingers against a rubber "
                    "band, 3 sets of 15.</li>"
                    "</ol>"
                    "<p>Do them every second day. A mild ache is fine. A sharp pain "
                    "is not.</p>"
                ),
            },
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "your ring or little finger is numb or weak",
                    "you fell on it and cannot straighten the arm",
                    "you felt a pop, or a bruise came up",
                    "the elbow is hot, red and swollen",
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
                "<p>We work along the whole forearm, not on the sore knob. Then we "
                "look at the upper arm, the shoulder and the neck. Tight spots there "
                "can change how you pull.</p>"
                "<p>Most climbers like it the day before a rest day. See <a "
                'href="/services/elbow-and-forearm-pain/">how we treat elbow and '
                "forearm pain</a> for prices and times.</p>"
            ),
        ),
        (
            "booking",
            {
                "title": "Elbow sore after Eldorado?",
                "text": (
                    "Tell us what you climb and where it hurts. We will say if "
                    "massage can help."
                ),
                "service": "elbow-and-forearm-pain",
            },
        ),
        (
            "heading",
            {"text": "How long it takes", "level": "h2", "anchor": "how-long-it-takes"},
        ),
        (
            "paragraph",
            (
                "<p>A new ache often calms down in 4 to 6 weeks. One that has been "
                "there all season can take months. Be steady with the home moves, "
                "and add hard routes one at a time.</p>"
            ),
        ),
    ],
}
