"""Sports Massage for the whole body."""

SERVICE = {
    "slug": "sports-massage",
    "title": "Sports Massage",
    "body_area": "whole-body",
    "summary": (
        "If nothing is hurt but all of you is tired, book this one. We look after "
        "the parts you use most, before or after a big day."
    ),
    "short": "Whole-body work before a race, after it or in between.",
    "drawing": "treatment-table",
    "drawing_alt": (
        "A person lies face down under a sheet on a treatment table while a "
        "therapist works on one calf."
    ),
    "drawing_caption": "You tell us what to work on and how deep to go.",
    "signs": [
        "Your legs feel heavy after a block of hard weeks.",
        "You have a race or a big trip ahead.",
        "You finished a race and want to feel human again.",
        "You are stiff in more than one place.",
        "You want to learn how to look after yourself at home.",
    ],
    "treatment": (
        "<p>We begin with a short talk about your sport and your week. Then we "
        "choose the 2 or 3 areas that need the time.</p>"
        "<p>Before a race the work is brisk and light. After a race it is slow and "
        "gentle. In between, we can go deep.</p>"
        '<p>New to this? Read <a href="/blog/first-sports-massage/">what happens at '
        "your first sports massage</a>. For the days between, our guide to <a "
        'href="/blog/foam-rolling-basics/">foam rolling</a> helps.</p>'
    ),
    "expectations": (
        "<p>Come 2 to 4 days before a race, or 1 to 3 days after it. Do not try deep "
        "work for the first time in race week.</p>"
        "<p>How often is up to you. Once a month is common in hard training.</p>"
    ),
    "prices": [
        (30, 65, "One area, such as both calves"),
        (60, 110, "Legs, or back and shoulders"),
        (90, 155, "The whole body"),
    ],
    "doctor_signs": [
        "one calf is swollen, warm and sore",
        "an arm or a leg is numb, weak or tingling",
        "you have a fever, a rash or a wound that will not heal",
        "a pain wakes you at night or gets worse each week",
    ],
    "doctor_now": [
        "you have chest pain or are short of breath",
        "your face droops, your arm goes weak or your speech is odd",
        "you are confused or faint in the heat, or after a race",
    ],
    "home_care": [
        "Walk for 20 minutes the day after a hard effort.",
        "Sleep an hour more in race week.",
        "Roll your calves and thighs for 5 minutes at night.",
        "Eat soon after a long run, and drink when you are thirsty.",
    ],
    "questions": [
        (
            "Who should not have a massage?",
            (
                "<p>Please wait if you have a fever, a skin infection or a new "
                "injury. Ask your doctor first if you take blood thinners, or had a "
                "blood clot or surgery this year.</p>"
            ),
        ),
        (
            "Can I come when I am pregnant?",
            (
                "<p>Please ask your doctor or midwife first, then call us. We will "
                "tell you if we are the right place.</p>"
            ),
        ),
        (
            "Which length should I book?",
            (
                "<p>Take 60 minutes if you are not sure. It gives us time to talk, "
                "work and show you what to do.</p>"
            ),
        ),
        (
            "Can I run the same day?",
            "<p>An easy jog is fine. Keep hard runs for the next day or later.</p>",
        ),
    ],
    "search_description": (
        "Sports massage in Boulder for runners, cyclists and climbers: before a "
        "race, after it or in hard training. Lengths, prices, what to expect."
    ),
    "booking_code": "sports",
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
}
