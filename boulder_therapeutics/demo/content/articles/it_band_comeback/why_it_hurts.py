"""What the IT band does and why it flares."""

WHY_IT_HURTS = [
    (
        "paragraph",
        (
            "<p>You feel fine for 2 miles. Then a hot, sharp pain grabs the outside "
            "of your knee and makes you walk. The next run, it comes back at the "
            "same spot.</p>"
            "<p>That is the usual story of IT band pain (iliotibial band syndrome). "
            "It is common, it is annoying, and it rarely means that something is "
            "torn. Most people who go about it with patience run again.</p>"
        ),
    ),
    (
        "heading",
        {
            "text": "What the IT band does",
            "level": "h2",
            "anchor": "what-the-it-band-does",
        },
    ),
    (
        "paragraph",
        (
            "<p>The IT band is a long, flat strap on the outside of your thigh. It "
            "starts at the hip, where 2 muscles feed into it. It ends just below the "
            "knee, on the shin bone.</p>"
            "<p>It is not a muscle, so it cannot tighten up by itself. It is more "
            "like a guy rope on a tent. The muscles at the hip set the pull, and the "
            "knee feels the result.</p>"
            "<p>When you run, the band presses on the outer side of the knee as the "
            "leg bends a little. That happens with each step. Too many steps, too "
            "soon, and the tissue under the band gets sore.</p>"
        ),
    ),
    (
        "figure",
        {
            "image": "hip-glutes",
            "alt": (
                "The hips from behind. The left side shows the large glute muscle "
                "and the IT band, the right side the deeper muscles. Rings mark the "
                "sore area."
            ),
            "caption": (
                "The pull on the band starts here. A stronger hip takes load off the "
                "knee."
            ),
        },
    ),
    ("heading", {"text": "Why it flares", "level": "h3", "anchor": "why-it-flares"}),
    (
        "paragraph",
        (
            "<p>In Boulder, we hear the same few triggers again and again:</p>"
            "<ul><li>A sudden jump in miles, often in spring.</li>"
            "<li>Long descents, such as the way down from Bear Peak.</li>"
            "<li>Roads or trails that slope to one side.</li>"
            "<li>A long stride that lands far out in front.</li>"
            "<li>Hips that tire early, so that the knee drifts inward.</li>"
            "</ul>"
            "<p>Often it is 2 of these at once. Write down what changed in the 3 "
            "weeks before the pain began. That short list tells you more than any "
            "scan.</p>"
        ),
    ),
    (
        "notice",
        {
            "kind": "soon",
            "items": [
                "your knee swells, locks or gives way",
                "you fell or twisted it and cannot walk well",
                "the pain wakes you at night",
                "your leg is numb, weak or tingling",
                "it is no better after 6 weeks of care",
            ],
        },
    ),
]
