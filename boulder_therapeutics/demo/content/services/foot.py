"""Foot and Ankle Pain."""

SERVICE = {
    "slug": "foot-and-ankle-pain",
    "title": "Foot and Ankle Pain",
    "body_area": "foot",
    "summary": (
        "If your first steps in the morning are stiff, or your heel aches after "
        "hills, start here. We work from the calf down to the sole."
    ),
    "short": "Achilles, heel and arch pain, sore shins, old sprains.",
    "drawing": "foot-achilles",
    "drawing_alt": (
        "A lower leg and foot from the side, with red rings on the Achilles tendon "
        "and under the heel. Labels name the calf, the tendon, the bones and the "
        "plantar fascia."
    ),
    "drawing_caption": "Tight calves pull on the heel with each step.",
    "signs": [
        "Your heel or arch is sore with the first steps of the day.",
        "The tendon above your heel is stiff, then warms up.",
        "Your shins ache along the inner edge when you run.",
        "An old ankle sprain still feels tight.",
        "Your calves cramp on long climbs.",
    ],
    "treatment": (
        "<p>We check how your ankle bends, how you rise on your toes and how your "
        "shoes have worn.</p>"
        "<p>Then we work on the calf, the shin and the sole of the foot. We go easy "
        "on a tendon that is very sore. Around an old sprain, we help stiff tissue "
        "glide again.</p>"
        "<p>You go home with slow calf raises or a few other moves. Our article on "
        '<a href="/blog/achilles-pain-hill-runners/">Achilles pain and calf care</a> '
        "shows you how to start.</p>"
    ),
    "expectations": (
        "<p>Plan 60 minutes for a first visit. A follow-up can be 30 minutes.</p>"
        "<p>Tendons are slow. Most people come 2 to 4 times over 2 months and do "
        "their moves at home in between.</p>"
    ),
    "prices": [
        (30, 65, "One foot or one calf"),
        (60, 110, "A first visit, or both legs below the knee"),
        (90, 155, "Both legs, from hip to toe"),
    ],
    "doctor_signs": [
        "you can point to one sore spot on a bone, and it hurts to hop",
        "your foot is numb, or it is hot and red",
        "a new sprain is no better after 5 days",
        "you have diabetes and a sore or a cut on your foot",
    ],
    "doctor_now": [
        "you felt a pop at the heel and cannot rise on your toes",
        "your foot or ankle is out of shape, or you cannot take 4 steps",
        "your calf is swollen and you have chest pain or are short of breath",
    ],
    "home_care": [
        "Swap hills for flat paths for 2 weeks.",
        "Roll the sole of your foot on a small ball for 2 minutes.",
        "Wear shoes with a firm heel around the house.",
    ],
    "exercises": [
        {
            "title": "Slow calf raises",
            "image": "calf-raise",
            "alt": (
                "Drawing of a lower leg, up on the toes. A dashed line shows the heel "
                "on the ground, and arrows say to count to 3 each way."
            ),
            "steps": [
                "Stand on both feet and hold on to a wall.",
                "Rise onto your toes while you count to 3.",
                "Lower your heels while you count to 3.",
            ],
            "sets": 3,
            "repetitions": 12,
            "frequency": "once every 2 days",
            "caution": (
                "A little pain is fine, up to 3 out of 10. If it is worse the next "
                "morning, do less."
            ),
        },
    ],
    "questions": [
        (
            "Should I stretch my calf?",
            (
                "<p>Gently, if it feels good. If the tendon itself is sore, slow "
                "calf raises are kinder than a hard stretch.</p>"
            ),
        ),
        (
            "Do I need new shoes?",
            "<p>Bring the old pair. We look at the wear and tell you what we see.</p>",
        ),
        (
            "Can you treat a fresh sprain?",
            (
                "<p>Not in the first 3 days. Rest it, raise it and keep it cool, "
                "then call us.</p>"
            ),
        ),
    ],
    "search_description": (
        "Sports massage for foot and ankle pain in Boulder: Achilles, heel and arch "
        "pain, sore shins. Prices, what to expect and when to see a doctor."
    ),
    "booking_code": "foot",
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
}
