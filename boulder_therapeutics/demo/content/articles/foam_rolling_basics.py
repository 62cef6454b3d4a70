"""Foam rolling: how, how long and where not to."""

ARTICLE = {
    "slug": "foam-rolling-basics",
    "title": "Foam Rolling Basics",
    "introduction": (
        "Slow, short and never through clenched teeth: how to use a foam roller, and "
        "where to keep it away."
    ),
    "date": "2026-11-10T09:00",
    "authors": ["bt-admin"],
    "categories": ["blog", "education", "home-care"],
    "tags": ["home-care", "foam-rolling", "recovery", "running"],
    "cover": "foam-rolling",
    "cover_alt": "A person on the floor rolls one thigh on a foam roller.",
    "services": ["sports-massage", "knee-pain"],
    "state": "live",
    "search_description": (
        "How to foam roll your calves, thighs, hips and back: how hard, how long, "
        "how often, and which spots to leave alone."
    ),
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-11-06",
    "next_review_on": "2027-11-05",
    "references": [
        (
            "Wiewelhove T and others. A meta-analysis of the effects of foam rolling "
            "on performance and recovery. Frontiers in Physiology, 2019.",
            "https://doi.org/10.3389/fphys.2019.00376",
        ),
    ],
    "body": [
        (
            "paragraph",
            (
                "<p>A foam roller is a cheap way to loosen up between visits. It "
                "will not break down tissue or fix an injury. It can make you feel "
                "looser for a while, and that helps you move. [1]</p>"
            ),
        ),
        ("heading", {"text": "How to roll", "level": "h2", "anchor": "how-to-roll"}),
        (
            "callout",
            {
                "kind": "home",
                "title": "The 5 rules",
                "text": (
                    "<ol><li>Go slow: about an inch a second.</li>"
                    "<li>Spend 30 to 60 seconds on each muscle.</li>"
                    "<li>Stay at 4 out of 10, where you can still breathe with "
                    "ease.</li>"
                    "<li>Wait for 3 breaths on a tender spot, then move on.</li>"
                    "<li>Finish by moving: a few squats or a short walk.</li>"
                    "</ol>"
                ),
            },
        ),
        (
            "paragraph",
            (
                "<p>Once a day is plenty. Before a run, keep it short and brisk. In "
                "the evening, take your time.</p>"
            ),
        ),
        (
            "heading",
            {"text": "Where to roll", "level": "h2", "anchor": "where-to-roll"},
        ),
        ("heading", {"text": "Calf", "level": "h3", "anchor": "calf"}),
        (
            "paragraph",
            (
                "<p>Sit with one calf on the roller and your hands behind you. Roll "
                "from the ankle to just below the knee. Turn your foot in and out to "
                "reach both sides.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Front of the thigh",
                "level": "h3",
                "anchor": "front-of-the-thigh",
            },
        ),
        (
            "paragraph",
            (
                "<p>Lie face down with the roller under your thighs. Roll from the "
                "hip to just above the kneecap. Bend your knee at a tender spot to "
                "go deeper.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Side of the thigh and hip",
                "level": "h3",
                "anchor": "side-of-the-thigh-and-hip",
            },
        ),
        (
            "paragraph",
            (
                "<p>Lie on your side, then turn a little toward the floor. Now the "
                "roller is on muscle and not on the hard band. Use your top foot to "
                "take some of the weight.</p>"
            ),
        ),
        (
            "exercise",
            {
                "title": "Roll the side of your thigh",
                "image": "foam-rolling",
                "alt": (
                    "Side view of a person with a foam roller under the outer thigh "
                    "and one foot on the floor in front."
                ),
                "steps": [
                    "Lie on your side with the roller under the outer thigh.",
                    "Put the top foot on the floor in front of you.",
                    "Roll an inch a second from below the hip to above the knee.",
                    "Too strong? Push down with the front foot to make it lighter.",
                    "Turn over and do the other leg.",
                ],
                "sets": 1,
                "frequency": "once a day, 30 to 60 seconds a leg",
                "caution": "Stop if the leg tingles. Keep off the hip bone and knee.",
            },
        ),
        ("heading", {"text": "Upper back", "level": "h3", "anchor": "upper-back"}),
        (
            "paragraph",
            (
                "<p>Lie with the roller across your shoulder blades and your hands "
                "behind your head. Lift your hips and roll a few inches up and down. "
                "Stop at the lowest rib.</p>"
            ),
        ),
        (
            "heading",
            {"text": "Where not to roll", "level": "h2", "anchor": "where-not-to-roll"},
        ),
        (
            "paragraph",
            (
                "<ul><li>On bones and joints, such as the kneecap or the hip "
                "bone.</li>"
                "<li>On your lower back or your neck.</li>"
                "<li>Behind the knee, in the groin or in the armpit.</li>"
                "<li>On bruises, broken skin or swollen veins.</li>"
                "</ul>"
                "<p>Ask your doctor first if you take blood thinners, have weak "
                "bones or have had a blood clot.</p>"
            ),
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "one calf is swollen, warm and sore, and you do not know why",
                    "rolling gives you numbness or tingling",
                    "a sore spot gets worse after each time you roll",
                ],
            },
        ),
        (
            "heading",
            {
                "text": "Which roller to buy",
                "level": "h2",
                "anchor": "which-roller-to-buy",
            },
        ),
        (
            "paragraph",
            (
                "<p>A plain, medium-firm roller is enough. Knobs and motors cost "
                "more and do not do more. If a roller makes you hold your breath, it "
                "is too hard.</p>"
                "<p>Rolling is part of how we care for <a "
                'href="/blog/runners-knee/">runner’s knee</a> and <a '
                'href="/blog/it-band-comeback/">IT band pain</a>. We are glad to '
                'show you at a <a href="/services/sports-massage/">sports massage '
                "visit</a>.</p>"
            ),
        ),
    ],
}
