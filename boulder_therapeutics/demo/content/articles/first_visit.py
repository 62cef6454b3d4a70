"""What happens at a first sports massage."""

ARTICLE = {
    "slug": "first-sports-massage",
    "title": "What Happens at Your First Sports Massage",
    "introduction": (
        "What to wear, what we ask, how much it hurts, and how to feel the day after."
    ),
    "date": "2025-01-28T09:00",
    "authors": ["bt-admin", "lead-therapist"],
    "categories": ["blog", "clinic"],
    "tags": ["first-visit", "recovery"],
    "cover": "treatment-table",
    "cover_alt": (
        "A therapist works with both hands on the calf of a person who lies face "
        "down under a sheet."
    ),
    "services": ["sports-massage"],
    "state": "live",
    "search_description": (
        "New to sports massage? What to wear, what we ask, what it feels like and "
        "how to plan the day after, at our Boulder clinic."
    ),
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-09-15",
    "next_review_on": "2027-09-15",
    "body": [
        (
            "paragraph",
            (
                "<p>A first visit can feel odd. You lie down in a strange room, and "
                "someone pokes at the sore part. Here is what to expect, so that "
                "nothing comes as a surprise.</p>"
            ),
        ),
        (
            "heading",
            {"text": "Before you come", "level": "h2", "anchor": "before-you-come"},
        ),
        (
            "paragraph",
            (
                "<ul><li>Eat something light, about 2 hours before.</li>"
                "<li>Bring shorts, and a sports bra if you wear one.</li>"
                "<li>Bring the shoes you run or ride in most.</li>"
                "<li>Come 5 minutes early.</li>"
                "</ul>"
                "<p>Call us if you have a fever, a rash or a new injury. We will "
                "find another day.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "The first 10 minutes",
                "level": "h2",
                "anchor": "the-first-10-minutes",
            },
        ),
        (
            "paragraph",
            (
                "<p>We talk. You tell us where it hurts, since when and what you "
                "want to get back to. We ask about your health, because massage is "
                "not right for everyone.</p>"
                "<p>Then we watch you move. You may squat, step down or lift an arm. "
                "Often the cause is not where the pain is.</p>"
            ),
        ),
        ("heading", {"text": "On the table", "level": "h2", "anchor": "on-the-table"}),
        (
            "paragraph",
            (
                "<p>You undress only as far as you like. A sheet covers all but the "
                "part we work on. You can ask us to stop at any time, and you do not "
                "have to say why.</p>"
                "<p>Sports massage is deep, and some spots are tender. We use a "
                "scale from 0 to 10 and aim for about 5. If you hold your breath, we "
                "ease off.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "treatment-table",
                "alt": (
                    "A person lies face down under a sheet, and a therapist presses "
                    "both hands into one calf."
                ),
                "caption": "Pressure should feel like work, never like harm.",
            },
        ),
        (
            "quote",
            {
                "text": "If you have to clench your teeth, it is too much.",
                "source": "A house rule",
            },
        ),
        (
            "heading",
            {
                "text": "The last 5 minutes",
                "level": "h2",
                "anchor": "the-last-5-minutes",
            },
        ),
        (
            "paragraph",
            (
                "<p>You stand up and we test the same move again. Then we show you 1 "
                "to 3 things to do at home. We also say how soon it makes sense to "
                "come back, or that you do not need to.</p>"
            ),
        ),
        (
            "heading",
            {"text": "The day after", "level": "h2", "anchor": "the-day-after"},
        ),
        (
            "paragraph",
            (
                "<p>You may feel a bit sore, as after a hard workout. It fades in 1 "
                "or 2 days. Keep that day easy: walk, sleep and drink when you are "
                "thirsty.</p>"
            ),
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "you still have strong pain 3 days after a massage",
                    "an arm or a leg feels numb or weak",
                    "a leg is swollen, warm and sore",
                ],
            },
        ),
        (
            "heading",
            {
                "text": "Ready when you are",
                "level": "h2",
                "anchor": "ready-when-you-are",
            },
        ),
        (
            "paragraph",
            (
                '<p>See the <a href="/services/sports-massage/">lengths and prices '
                "of a sports massage</a>. Not sure which visit to choose? <a "
                'href="/contact/">Write or call us</a> and ask.</p>'
            ),
        ),
    ],
}
