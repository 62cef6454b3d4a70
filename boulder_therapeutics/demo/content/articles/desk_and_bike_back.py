"""Lower back pain for people who sit all day and ride at night."""

ARTICLE = {
    "slug": "desk-and-bike-lower-back",
    "title": "Desk All Day, Bike All Evening: Help for Your Lower Back",
    "introduction": (
        "Your chair and your bike bend you the same way. Small breaks and a few "
        "moves give your back a change."
    ),
    "date": "2024-09-10T09:00",
    "authors": ["bt-admin"],
    "categories": ["education", "cycling"],
    "tags": ["cycling", "back", "hip", "desk-work"],
    "cover": "cyclist",
    "cover_alt": (
        "A cyclist with a white beard and a red helmet rides along a road below the "
        "Flatirons."
    ),
    "services": ["lower-back-pain", "hip-and-glute-pain"],
    "state": "live",
    "search_description": (
        "Lower back pain from sitting and cycling: easy breaks, bike fit checks, 4 "
        "home moves and the signs that need a doctor."
    ),
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
    "body": [
        (
            "paragraph",
            (
                "<p>You sit for 8 hours. Then you ride to Lyons to feel free, and "
                "your back seizes up at mile 20. It makes sense once you see the "
                "shape you are in.</p>"
                "<p>At a desk, your hips are bent and your back is round. On a bike, "
                "your hips are bent and your back is round. Your back is not weak: "
                "it just needs another shape now and then.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "lower-back",
                "alt": (
                    "A lower back from behind: the long muscles on the left, the "
                    "deeper ones on the right, with rings over the sore area."
                ),
                "caption": (
                    "The long muscles beside the spine tire when they hold one shape "
                    "for hours."
                ),
            },
        ),
        ("heading", {"text": "At the desk", "level": "h2", "anchor": "at-the-desk"}),
        (
            "paragraph",
            (
                "<ul><li>Stand up every 30 to 45 minutes, even if only for a "
                "minute.</li>"
                "<li>Take phone calls on your feet.</li>"
                "<li>Put a small cushion behind your lower back.</li>"
                "<li>Let your feet rest flat on the floor.</li>"
                "</ul>"
                "<p>There is no perfect way to sit. Your next position is the one "
                "your back wants.</p>"
            ),
        ),
        ("heading", {"text": "On the bike", "level": "h2", "anchor": "on-the-bike"}),
        (
            "paragraph",
            (
                "<p>Long rides ask for a lot of holding still. Break it up, and "
                "check the basics.</p>"
                "<ul><li>Stand on the pedals for 20 seconds every 10 minutes.</li>"
                "<li>Use an easier gear on long climbs.</li>"
                "<li>Check that you do not rock from side to side: the saddle may be "
                "too high.</li>"
                "<li>If you have to lock your arms to reach the bars, they may be "
                "too far away.</li>"
                "</ul>"
            ),
        ),
        (
            "figure",
            {
                "image": "cyclist",
                "alt": (
                    "A rider in a red helmet leans forward on a road bike, with both "
                    "hands on the bars."
                ),
                "caption": (
                    "Low bars look fast. A back that can breathe lasts longer."
                ),
            },
        ),
        (
            "heading",
            {
                "text": "4 moves for the end of the day",
                "level": "h2",
                "anchor": "moves-for-the-end-of-the-day",
            },
        ),
        (
            "callout",
            {
                "kind": "home",
                "title": "10 minutes, most days",
                "text": (
                    "<ol><li>Lie on your front and prop yourself on your elbows for "
                    "1 minute.</li>"
                    "<li>Half kneel and lean forward to open the front of the hip, "
                    "45 seconds a side.</li>"
                    "<li>Bridge on both legs, 2 sets of 10, slow.</li>"
                    "<li>Lie on your back and let both knees drop to one side, then "
                    "the other.</li>"
                    "</ol>"
                ),
            },
        ),
        (
            "paragraph",
            (
                "<p>Mild stiffness is fine. If pain runs down your leg during a "
                "move, leave that move out.</p>"
            ),
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "pain runs below the knee, or your leg is numb or weak",
                    "you had a fall or a crash",
                    "you feel ill, have a fever or lose weight without trying",
                    "it is no better after 6 weeks",
                ],
            },
        ),
        (
            "notice",
            {
                "kind": "now",
                "items": [
                    "you feel numb between your legs",
                    "you cannot control your bladder or bowel, or cannot pee",
                    "both legs are weak",
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
                "<p>We work on the back, the hips and the front of the thighs. Many "
                "riders feel freer for a few days: a good time to start the moves "
                "above. The change that lasts comes from your week, not from our "
                "table.</p>"
                '<p>Read <a href="/services/lower-back-pain/">how we treat lower '
                "back pain</a> to see what a visit is like.</p>"
            ),
        ),
    ],
}
