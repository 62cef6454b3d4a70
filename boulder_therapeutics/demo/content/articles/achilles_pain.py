"""Achilles pain and calf care for hill runners."""

ARTICLE = {
    "slug": "achilles-pain-hill-runners",
    "title": "Achilles Pain and Calf Care for Hill Runners",
    "introduction": (
        "Stiff heels in the morning after a steep day? Your Achilles wants steady "
        "work, not total rest."
    ),
    "date": "2024-06-11T09:00",
    "authors": ["bt-admin"],
    "categories": ["education", "running", "strength"],
    "tags": ["running", "trail-running", "achilles", "calf"],
    "cover": "foot-achilles-cover",
    "cover_alt": (
        "Drawing of a lower leg and foot from the side, with rings on the Achilles "
        "tendon and under the heel."
    ),
    "services": ["foot-and-ankle-pain"],
    "state": "live",
    "search_description": (
        "Why hills make the Achilles sore, how to load your calf safely, and when "
        "heel pain needs a doctor."
    ),
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
    "references": [
        (
            "Martin RL and others. Achilles pain, stiffness, and muscle power "
            "deficits: midportion Achilles tendinopathy. Journal of Orthopaedic and "
            "Sports Physical Therapy, 2018.",
            "https://doi.org/10.2519/jospt.2018.0302",
        ),
        (
            "Beyer R and others. Heavy slow resistance versus eccentric training as "
            "treatment for Achilles tendinopathy. American Journal of Sports Medicine, "
            "2015.",
            "https://doi.org/10.1177/0363546515584760",
        ),
    ],
    "body": [
        (
            "paragraph",
            (
                "<p>Boulder runners go uphill. It is what the town is for. But each "
                "climb asks your calf and your heel to do more work than a flat mile "
                "does.</p>"
                "<p>When that work grows too fast, the Achilles tendon gets sore "
                "(Achilles tendinopathy). The first steps in the morning are stiff. "
                "It warms up, it feels fine, and then it aches after the run.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Why hills are hard on the heel",
                "level": "h2",
                "anchor": "why-hills-are-hard",
            },
        ),
        (
            "paragraph",
            (
                "<p>On a climb, your heel drops below your toes. The calf is long "
                "and has to pull hard at the same time. The tendon carries the load, "
                "step after step.</p>"
                "<p>A tendon likes load, but it adapts slowly. Muscles get stronger "
                "in weeks, tendons in months. A big week on Flagstaff Road can "
                "outrun both.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "foot-achilles",
                "alt": (
                    "The lower leg and foot from the side. Rings mark the lower "
                    "Achilles tendon and the underside of the heel. Labels name the "
                    "calf muscle, the tendon, the bones and the plantar fascia."
                ),
                "caption": (
                    "Soreness a thumb’s width or two above the heel bone is the "
                    "usual spot."
                ),
            },
        ),
        ("heading", {"text": "What helps", "level": "h2", "anchor": "what-helps"}),
        (
            "paragraph",
            (
                "<p>Do not stop all at once, and do not push through. Keep what the "
                "tendon can take, and build from there. [1]</p>"
                "<ul><li>Swap steep climbs for flat, easy runs for 2 weeks.</li>"
                "<li>If a run leaves you stiffer the next morning, cut it by "
                "half.</li>"
                "<li>Skip hard calf stretches: pulling on a sore tendon can annoy "
                "it.</li>"
                "<li>Try a small heel lift in both shoes for a few weeks.</li>"
                "</ul>"
            ),
        ),
        (
            "exercise",
            {
                "title": "Slow calf raises",
                "image": "calf-raise",
                "alt": (
                    "Drawing of a lower leg, up on the toes. A dashed line shows the "
                    "heel on the ground, and arrows say to count to 3 each way."
                ),
                "steps": [
                    "Stand on both feet and hold on to a wall.",
                    "Rise onto your toes while you count to 3.",
                    "Lower your heels while you count to 3.",
                    "When 3 sets are easy, use one leg, then add a loaded pack.",
                ],
                "sets": 3,
                "repetitions": 12,
                "frequency": "once every 2 days",
                "caution": (
                    "A little pain is fine, up to 3 out of 10. It should be gone by "
                    "the next morning. If not, do less."
                ),
            },
        ),
        (
            "paragraph",
            "<p>Plan for 12 weeks. Slow, heavy work takes that long to show. [2]</p>",
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "the tendon is swollen, hot or red",
                    "both heels hurt and you have other sore joints",
                    (
                        "you took an antibiotic in the last few weeks, and the pain "
                        "is new"
                    ),
                    "it is no better after 3 months of steady work",
                ],
            },
        ),
        (
            "notice",
            {
                "kind": "now",
                "items": [
                    (
                        "you felt a pop or a kick at the heel and cannot rise on "
                        "your toes"
                    ),
                    (
                        "one calf is swollen and sore, and you have chest pain or "
                        "are short of breath"
                    ),
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
                "<p>We work on the calf, the sole of the foot and the muscles of the "
                "shin. We leave a very sore tendon alone at first. A looser calf can "
                "make the raises feel easier.</p>"
                "<p>Massage does not replace the raises. It goes with them. Find out "
                "what a visit is like in <a "
                'href="/services/foot-and-ankle-pain/">how we treat foot and ankle '
                "pain</a>.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Back to the climbs",
                "level": "h2",
                "anchor": "back-to-the-climbs",
            },
        ),
        (
            "paragraph",
            (
                "<p>Add hills when you can do 20 raises on one leg without pain. "
                "Start with one short climb a week. Walk the steepest parts, and run "
                "the rest with small steps.</p>"
                "<p>For the flat miles before that, use our <a "
                'href="/blog/return-to-running-plan/">4-week return-to-running '
                "plan</a>.</p>"
            ),
        ),
    ],
}
