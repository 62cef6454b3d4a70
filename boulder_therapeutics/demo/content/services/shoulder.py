"""Shoulder and Neck Pain."""

SERVICE = {
    "slug": "shoulder-and-neck-pain",
    "title": "Shoulder and Neck Pain",
    "body_area": "shoulder",
    "summary": (
        "If you cannot look over your shoulder on the bike, or a reach overhead "
        "pinches, come and see us. We loosen the neck, the chest and the upper back."
    ),
    "short": "Stiff neck, sore shoulders and tight upper back.",
    "drawing": "shoulder",
    "drawing_alt": (
        "A shoulder from the front, with red rings at the top of the joint."
    ),
    "drawing_caption": (
        "A tight chest pulls the shoulder forward and leaves less space on top."
    ),
    "signs": [
        "Your neck is stiff by the end of the work day.",
        "A reach overhead pinches at the top of the shoulder.",
        "You feel knots between your shoulder blades.",
        "It hurts to look behind you on the bike.",
        "Your shoulders ache after a swim or a long climb.",
    ],
    "treatment": (
        "<p>We check how far you can turn your head and lift your arms. We ask about "
        "your desk, your bike and your sleep.</p>"
        "<p>We work on the upper back, the chest and the muscles around the shoulder "
        "blade. At the neck we are gentle and slow, and we stay away from the front "
        "of the throat.</p>"
        "<p>If you climb, your elbows may be part of the story. Our article on <a "
        'href="/blog/climbers-elbow/">climber’s elbow</a> tells you why.</p>'
    ),
    "expectations": (
        "<p>Plan 60 minutes. Your neck may turn farther the same day, and you may "
        "feel sore the next.</p>"
        "<p>Most people come 2 or 3 times, 1 to 2 weeks apart. We show you short "
        "breaks to take at work.</p>"
    ),
    "prices": [
        (30, 65, "Neck only, or one shoulder"),
        (60, 110, "A first visit: neck and both shoulders"),
        (90, 155, "Neck, shoulders, arms and back"),
    ],
    "doctor_signs": [
        "you cannot lift your arm after a fall",
        "your arm or hand is numb, weak or tingling",
        "it hurts all night, every night",
        "your neck hurts after a crash or a blow to the head",
    ],
    "doctor_now": [
        (
            "you have pain or pressure in your chest, or pain that spreads to the "
            "arm or jaw"
        ),
        "your face droops, your arm goes weak or your speech is odd",
        "you have a sudden, very bad headache, or a stiff neck with a fever",
        "the shoulder is out of its place",
    ],
    "home_care": [
        "Roll your shoulders back 10 times each hour.",
        "Put your screen at the height of your eyes.",
        "Lay a warm towel on your neck for 15 minutes.",
        "Stand in a door frame and open your chest for 30 seconds.",
    ],
    "questions": [
        (
            "Is it safe to massage my neck?",
            (
                "<p>For most people, yes. We ask about your health first, use light "
                "pressure and do not twist or crack.</p>"
            ),
        ),
        (
            "Can you help with headaches?",
            (
                "<p>We can ease tight muscles in the neck and jaw, and some people "
                "like that. See a doctor if your headaches are new or change.</p>"
            ),
        ),
        (
            "I had a shoulder operation. Can I come?",
            "<p>Yes, once your surgeon agrees. Bring the rules you were given.</p>",
        ),
    ],
    "search_description": (
        "Sports massage for shoulder and neck pain in Boulder: stiff necks, tight "
        "shoulders, sore upper backs. Prices and signs for a doctor."
    ),
    "booking_code": "shoulder",
    "reviewed_by": "therapist",
    "reviewed_on": "2026-09-15",
    "next_review_on": "2027-09-15",
}
