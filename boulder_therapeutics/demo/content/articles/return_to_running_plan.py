"""A return-to-running plan with its table of four weeks."""

ARTICLE = {
    "slug": "return-to-running-plan",
    "title": "A 4-Week Return-to-Running Plan",
    "introduction": (
        "You have rested, and the pain has faded. This plan takes you from walking "
        "to 30 minutes of easy running."
    ),
    "date": "2025-09-16T08:30",
    "authors": ["bt-admin"],
    "categories": ["education", "running"],
    "tags": ["running", "training-plan", "knee", "achilles"],
    "cover": "trail-shoes",
    "cover_alt": "A pair of trail running shoes.",
    "services": ["knee-pain", "foot-and-ankle-pain"],
    "state": "live",
    "search_description": (
        "A 4-week run and walk plan for runners who come back after a knee, shin or "
        "Achilles injury, with clear rules for pain."
    ),
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
    "body": [
        (
            "paragraph",
            (
                "<p>Coming back is the risky part. Your lungs feel ready long before "
                "your tendons do. A plan keeps you honest when the first warm day in "
                "Boulder says “go long.”</p>"
                "<p>This one is for healthy adults after a short break from a common "
                "overuse injury. If a doctor or a physical therapist gave you a "
                "plan, follow theirs.</p>"
            ),
        ),
        (
            "heading",
            {"text": "Before you start", "level": "h2", "anchor": "before-you-start"},
        ),
        (
            "paragraph",
            (
                "<p>You should be able to do all of this without pain:</p>"
                "<ul><li>Walk fast for 30 minutes.</li>"
                "<li>Go up and down 2 flights of stairs.</li>"
                "<li>Rise up on one foot 15 times, on each side.</li>"
                "<li>Hop on one foot 10 times, on each side.</li>"
                "</ul>"
                "<p>Not there yet? Give it another week of walking and strength "
                "work, then test again.</p>"
            ),
        ),
        ("heading", {"text": "The plan", "level": "h2", "anchor": "the-plan"}),
        (
            "paragraph",
            (
                "<p>Run 3 days a week, with a day off after each run. Warm up with 5 "
                "minutes of walking. Stay on flat, even ground, such as the Boulder "
                "Creek Path, until week 4.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Four weeks from walking to 30 minutes of running",
                "header": ["Week", "Run 1", "Run 2", "Run 3", "On other days"],
                "rows": [
                    [
                        "1",
                        "Run 1 min, walk 2 min, 6 times",
                        "The same",
                        "Run 1 min, walk 2 min, 8 times",
                        "Walk; strength on 2 days",
                    ],
                    [
                        "2",
                        "Run 2 min, walk 1 min, 7 times",
                        "The same",
                        "Run 3 min, walk 1 min, 6 times",
                        "Walk or bike; strength on 2 days",
                    ],
                    [
                        "3",
                        "Run 5 min, walk 1 min, 4 times",
                        "The same",
                        "Run 8 min, walk 1 min, 3 times",
                        "Bike or swim; strength on 2 days",
                    ],
                    [
                        "4",
                        "Run 12 min, walk 1 min, 2 times",
                        "Run 20 min",
                        "Run 30 min with gentle hills",
                        "Bike or swim; strength on 2 days",
                    ],
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Keep the pace so easy that you can talk in full sentences. If "
                "you feel good, add nothing. Feeling good is the plan at work.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Let pain be your guide",
                "level": "h2",
                "anchor": "let-pain-be-your-guide",
            },
        ),
        (
            "paragraph",
            (
                "<p>Think of a scale from 0 to 10, where 10 is the worst pain you "
                "know.</p>"
                "<ul><li><b>0 to 2:</b> Carry on.</li>"
                "<li><b>3 to 4:</b> Finish the walk home. Repeat the same run next "
                "time.</li>"
                "<li><b>5 or more:</b> Stop. Take 2 days off and go back a week.</li>"
                "</ul>"
                "<p>Check again the next morning. If you are stiffer than the day "
                "before, the last run was too much.</p>"
            ),
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "you can point to one sore spot on a bone, and it hurts to hop",
                    "the pain gets worse with each run, even the short ones",
                    "a joint swells up, locks or gives way",
                    "it hurts at night or at rest",
                ],
            },
        ),
        (
            "heading",
            {
                "text": "What strength work to do",
                "level": "h2",
                "anchor": "what-strength-work-to-do",
            },
        ),
        (
            "paragraph",
            (
                "<p>Keep it short: 15 minutes, twice a week. Do 2 sets of 10 of each "
                "move.</p>"
                "<ul><li>Slow calf raises, then the same on one leg.</li>"
                "<li>Step-downs from a low step.</li>"
                "<li>Bridges on one leg.</li>"
                "<li>Side planks, 20 seconds on each side.</li>"
                "</ul>"
            ),
        ),
        (
            "figure",
            {
                "image": "trail-shoes",
                "alt": (
                    "Two trail running shoes, seen from the side, with deep treads."
                ),
                "caption": (
                    "Check the tread and the heel before week 1. A worn pair is a "
                    "poor start."
                ),
            },
        ),
        (
            "callout",
            {
                "kind": "tip",
                "title": "Plan the fifth week, too",
                "text": (
                    "<p>Stay at 30 minutes for a week before you add more. After "
                    "that, add a little to one run at a time. Speed and steep trails "
                    "come last.</p>"
                ),
            },
        ),
        (
            "paragraph",
            (
                "<p>Sore calves and thighs are normal in the first 2 weeks. If one "
                "spot keeps nagging, look at <a "
                'href="/services/foot-and-ankle-pain/">how we treat foot and ankle '
                "pain</a>. For the front of the knee, see <a "
                'href="/services/knee-pain/">how we treat knee pain</a>.</p>'
            ),
        ),
    ],
}
