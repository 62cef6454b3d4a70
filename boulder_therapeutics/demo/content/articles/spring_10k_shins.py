"""Shin care for a spring 10K; scheduled, not yet public."""

ARTICLE = {
    "slug": "spring-10k-sore-shins",
    "title": "Train for a Spring 10K Without Sore Shins",
    "introduction": (
        "New runners often add miles faster than their shins like. Here is how to "
        "build up and stay on the road."
    ),
    "date": "2027-03-09T09:00",
    "authors": ["bt-admin"],
    "categories": ["education", "running"],
    "tags": ["running", "shin", "training-plan"],
    "cover": "trail-shoes",
    "cover_alt": "A pair of running shoes ready by the door.",
    "services": ["foot-and-ankle-pain"],
    "state": "scheduled",
    "search_description": (
        "How to train for a spring 10K in Boulder and keep your shins happy: easy "
        "miles, calf strength and early warning signs."
    ),
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-11-13",
    "next_review_on": "2027-11-12",
    "body": [
        (
            "paragraph",
            (
                "<p>Each March, the paths in Boulder fill up with new shoes. By "
                "April, some of those shoes are back in the closet. Sore shins are a "
                "common reason.</p>"
                "<p>Shin splints (medial tibial stress syndrome) feel like an ache "
                "along the inner edge of the shin. It is spread over a few inches. "
                "It comes on with a run and eases with rest.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Why shins get sore",
                "level": "h2",
                "anchor": "why-shins-get-sore",
            },
        ),
        (
            "paragraph",
            (
                "<p>Bone gets stronger when you load it. But for the first weeks, it "
                "gets a bit weaker while it rebuilds. If you add miles at that time, "
                "the shin complains.</p>"
                "<p>Stiff calves, hard ground and old shoes make it worse.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Build up in small steps",
                "level": "h2",
                "anchor": "build-up-in-small-steps",
            },
        ),
        (
            "paragraph",
            (
                "<ul><li>Run 3 days a week, not 6.</li>"
                "<li>Make 2 of those runs so easy that you can chat.</li>"
                "<li>Add 5 minutes to one run a week.</li>"
                "<li>Every fourth week, do a third less.</li>"
                "<li>Run on dirt or gravel when you can.</li>"
                "</ul>"
            ),
        ),
        (
            "callout",
            {
                "kind": "home",
                "title": "Strong calves, happy shins",
                "text": (
                    "<ol><li>Rise up on your toes, 3 sets of 12, slowly.</li>"
                    "<li>Do the same with bent knees.</li>"
                    "<li>Walk on your heels for 30 seconds, 3 times.</li>"
                    "</ol>"
                ),
            },
        ),
        (
            "figure",
            {
                "image": "trail-shoes",
                "alt": "Two running shoes with clean soles stand side by side.",
                "caption": (
                    "Note the day you start with a new pair. Most last 300 to 500 "
                    "miles."
                ),
            },
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "one small spot on the bone is very sore to touch",
                    "it hurts to hop, to walk or to lie in bed",
                    "the shin is swollen, or your foot goes numb on a run",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Those signs can point to a stress fracture, and you should not "
                "run on one. Massage is not the right thing then, either.</p>"
            ),
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
                "<p>For a plain case of sore shins, we loosen the calf and the "
                "muscles beside the shin. We stay off the bone. See <a "
                'href="/services/foot-and-ankle-pain/">how we treat foot and ankle '
                "pain</a> or start with our <a "
                'href="/blog/return-to-running-plan/">4-week return-to-running '
                "plan</a>.</p>"
            ),
        ),
    ],
}
