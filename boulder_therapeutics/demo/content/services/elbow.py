"""Elbow and Forearm Pain."""

SERVICE = {
    "slug": "elbow-and-forearm-pain",
    "title": "Elbow and Forearm Pain",
    "body_area": "elbow",
    "summary": (
        "If your elbow aches when you pull or grip, do not wait for the season to "
        "end. We work from the wrist up to the neck."
    ),
    "short": "Climber’s elbow, tennis elbow and pumped forearms.",
    "drawing": "forearm-elbow",
    "drawing_alt": (
        "A forearm with the palm up, with red rings on the inner side of the elbow."
    ),
    "drawing_caption": "The strong finger muscles all start at the inner elbow.",
    "signs": [
        "The inner or outer side of your elbow aches when you grip.",
        "It hurts to lift a pan or turn a door knob.",
        "Your forearms feel hard and full for days after you climb.",
        "Your fingers are stiff in the morning.",
        "It warms up, then comes back at night.",
    ],
    "treatment": (
        "<p>We test your grip, your wrist and your shoulder. We ask what you climb, "
        "ride or type, and how much.</p>"
        "<p>Then we work along the forearm, the upper arm and the shoulder. We leave "
        "the sore knob itself alone and ease the muscles that pull on it.</p>"
        "<p>You get 2 or 3 moves for home. You can start with the ones in our "
        'article on <a href="/blog/climbers-elbow/">climber’s elbow</a>.</p>'
    ),
    "expectations": (
        "<p>A first visit takes 60 minutes, and a follow-up takes 30. Plan a rest "
        "day after it.</p>"
        "<p>A new ache may calm down in a few weeks. An old one takes longer, and "
        "home moves make most of the change.</p>"
    ),
    "prices": [
        (30, 65, "One arm"),
        (60, 110, "A first visit, or both arms"),
        (90, 155, "Arms, shoulders and upper back"),
    ],
    "doctor_signs": [
        "your ring or little finger is numb or weak",
        "you fell on it and cannot straighten the arm",
        "you felt a pop, or a bruise came up",
        "the elbow is hot, red and swollen",
    ],
    "doctor_now": [
        "the arm is bent out of shape after a fall",
        "your hand is cold, pale or numb after an injury",
        "pain in your arm comes with chest pain or short breath",
    ],
    "home_care": [
        "Drop 2 grades and use big holds, or rest for a week.",
        "Loosen your grip on bars, pens and your phone.",
        "Open your fingers against a rubber band, 15 times.",
        "Rub your forearm with your other hand for 2 minutes.",
    ],
    "questions": [
        (
            "Can I keep climbing?",
            (
                "<p>Often, yes. Stay on easy routes and big holds, and stop if the "
                "ache goes over 3 out of 10.</p>"
            ),
        ),
        (
            "Do you treat fingers?",
            (
                "<p>We work on the hand and the forearm. A finger that popped or "
                "swelled needs a doctor first.</p>"
            ),
        ),
        (
            "Should I wear a strap?",
            (
                "<p>You can try one for a few weeks. It may take the edge off, but "
                "it does not make you stronger.</p>"
            ),
        ),
    ],
    "search_description": (
        "Sports massage for elbow and forearm pain in Boulder: climber’s elbow, "
        "tennis elbow and sore grip. Prices, home care, doctor signs."
    ),
    "booking_code": "elbow",
    "reviewed_by": "therapist",
    "reviewed_on": "2026-09-15",
    "next_review_on": "2027-09-15",
}
