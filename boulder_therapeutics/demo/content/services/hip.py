"""Hip and Glute Pain."""

SERVICE = {
    "slug": "hip-and-glute-pain",
    "title": "Hip and Glute Pain",
    "body_area": "hip",
    "summary": (
        "If your hip is tight after a drive, or your glutes ache on climbs, we can "
        "help. A freer hip often helps the knee, too."
    ),
    "short": "Tight hips, deep glute ache and pain on the side of the hip.",
    "drawing": "hip-glutes",
    "drawing_alt": (
        "The hips from behind: the large glute muscle on the left, the deeper "
        "muscles on the right, with red rings over the sore area."
    ),
    "drawing_caption": (
        "The glutes steer your leg. When they tire, the back and the knee feel it."
    ),
    "signs": [
        "Your hip is stiff when you stand up from a chair.",
        "There is a deep ache in your glute on climbs or long rides.",
        "It hurts to lie on that side at night.",
        "Your stride feels short on one side.",
        "Your knee or your lower back aches as well.",
    ],
    "treatment": (
        "<p>We watch you stand on one leg, squat and step down. That shows which "
        "muscles work hard and which ones rest.</p>"
        "<p>Then we work on the glutes, the side and the front of the hip, and the "
        "thigh. You stay covered by a sheet, and we work through cloth if you like "
        "that more.</p>"
        "<p>Hip and knee are a team. If yours both hurt, read <a "
        'href="/blog/it-band-comeback/">how to come back from an IT band '
        "flare</a>.</p>"
    ),
    "expectations": (
        "<p>A first visit takes 60 minutes. You may feel looser the same day and a "
        "bit sore the next.</p>"
        "<p>Most people come 2 or 3 times, 1 to 2 weeks apart. Strength work at home "
        "makes it last.</p>"
    ),
    "prices": [
        (30, 65, "A follow-up for one hip"),
        (60, 110, "A first visit, or both hips"),
        (90, 155, "Hips, lower back and legs"),
    ],
    "doctor_signs": [
        "you have deep pain in the groin when you put weight on the leg",
        "the hip locks, or it hurts all night",
        "pain, numbness or tingling runs below your knee",
        "you have a fever and the hip hurts when you move it",
    ],
    "doctor_now": [
        "you cannot stand on the leg after a fall",
        "you feel numb between your legs",
        "you cannot control your bladder or bowel, or cannot pee",
    ],
    "home_care": [
        "Get up and walk for a minute every half hour.",
        "Sleep with a pillow between your knees.",
        "Roll the side of the hip for 1 minute, not the bone.",
        "Do 10 slow bridges in the morning and 10 at night.",
    ],
    "questions": [
        (
            "Is it my hip or my back?",
            (
                "<p>Sometimes it is both. We test each one at the start, and we tell "
                "you what we find in plain words.</p>"
            ),
        ),
        (
            "Will you treat me if I had a hip replaced?",
            (
                "<p>Yes, once your surgeon says that massage is fine. Tell us when "
                "you book.</p>"
            ),
        ),
        (
            "What should I wear?",
            "<p>Bring loose shorts. You keep on what you like.</p>",
        ),
    ],
    "search_description": (
        "Sports massage for hip and glute pain in Boulder. Learn how we treat tight "
        "hips, what a visit costs and when to see a doctor first."
    ),
    "booking_code": "hip",
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
}
