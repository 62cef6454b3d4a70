"""Knee Pain."""

from ..policies import KNEE_OFFERS

SERVICE = {
    "slug": "knee-pain",
    "offers": KNEE_OFFERS,
    "title": "Knee Pain",
    "body_area": "knee",
    "summary": (
        "If it hurts on stairs, after sitting or on the way down the trail, massage "
        "may help. We ease the muscles that pull on your knee."
    ),
    "short": "Runner’s knee, IT band pain and jumper’s knee.",
    "drawing": "knee-anatomy",
    "drawing_alt": (
        "A right knee from the front, with red rings around the kneecap and labels "
        "for the bones, tendons and IT band."
    ),
    "drawing_caption": (
        "Most knee pain in runners is felt around the kneecap or on the outer side."
    ),
    "signs": [
        "It aches under or around the kneecap when you run.",
        "Stairs, squats or long drives make it sore.",
        "The outside of your knee bites at the same mile each run.",
        "It hurts more on the way down than on the way up.",
        "It is stiff when you get up from a chair.",
    ],
    "treatment": (
        "<p>First we look. You squat, step down and bend the knee, and we check how "
        "your kneecap moves.</p>"
        "<p>Then we work on the muscles around the knee, the hip and the pelvis. We "
        "go deep along the IT band and loosen old scar tissue. It can be a little "
        "uncomfortable, and you set the limit.</p>"
        "<p>We talk about your stride, your shoes and your miles as well.</p>"
        "<p>To find out why knees get sore, read our article on <a "
        'href="/blog/runners-knee/">runner’s knee</a>. Sore on the outside? Read <a '
        'href="/blog/it-band-comeback/">how to come back from an IT band '
        "flare</a>.</p>"
    ),
    "expectations": (
        "<p>A first visit takes 60 minutes. We treat you the same day, and you leave "
        "with 2 or 3 moves to do at home.</p>"
        "<p>Many runners come 3 times in a month. If nothing has changed after that, "
        "we tell you, and we help you find the right person to see.</p>"
    ),
    "prices": [
        (30, 65, "A follow-up for one knee"),
        (60, 110, "A first visit, or both knees"),
        (90, 155, "Knees, hips and a look at how you run"),
    ],
    "doctor_signs": [
        "your knee locks, gives way or will not take your weight",
        "it swelled up within a few hours of an injury",
        "it is hot and red, or you have a fever",
        "it hurts at night or when you rest",
    ],
    "doctor_now": [
        "your knee is bent out of shape after a fall",
        "your foot is cold, pale or numb after a knee injury",
        "your calf is swollen and you have chest pain or are short of breath",
    ],
    "home_care": [
        "Run less, and stay on flat ground.",
        "Put a cold pack in a towel on the knee for 15 minutes after a run.",
        "Roll the front and the side of your thigh for 2 minutes a leg.",
        "Take the stairs slowly, with a hand on the rail.",
    ],
    "exercises": [
        {
            "title": "Slow step downs",
            "image": "step-down",
            "alt": (
                "Drawing of somebody on a low step, the standing knee bent, the other "
                "heel on the floor and a hand on the rail."
            ),
            "steps": [
                "Stand on a low step, on the leg that hurts. Hold the rail.",
                "Bend that knee while you count to 3, and tap the other heel down.",
                "Push back up while you count to 3.",
                "Keep the knee over your second toe all the way.",
            ],
            "sets": 3,
            "repetitions": 10,
            "frequency": "once every 2 days",
            "caution": (
                "A little ache is fine, up to 3 out of 10. If it hurts more, use a "
                "lower step."
            ),
        },
        {
            "title": "Wall sit",
            "image": "wall-sit",
            "alt": (
                "Drawing of somebody with the back on a wall, the knees bent and the "
                "feet one step out."
            ),
            "steps": [
                "Lean your back on a wall, with your feet one step in front of you.",
                "Slide down until your knees bend a bit, as if on a high stool.",
                "Stay there and breathe. Then slide back up.",
            ],
            "sets": 4,
            "hold": 30,
            "frequency": "once a day",
            "caution": "Slide down less if your kneecap hurts.",
        },
    ],
    "questions": [
        (
            "Can I run before my visit?",
            (
                "<p>Yes, if it does not hurt. Keep it short and flat, and stop at "
                "the first ache.</p>"
            ),
        ),
        (
            "Can massage fix my kneecap?",
            (
                "<p>No one can push a kneecap into a new place by hand. We can ease "
                "the tight muscles that pull on it. Strength work does the rest.</p>"
            ),
        ),
        (
            "Does it hurt?",
            (
                "<p>Some spots are tender. We aim for 5 out of 10 and ease off when "
                "you say so.</p>"
            ),
        ),
        (
            "Do I need a note from a doctor?",
            (
                "<p>No. But see a doctor first if a point in the notice on this page "
                "fits you.</p>"
            ),
        ),
    ],
    "search_description": (
        "Sports massage for knee pain in Boulder: runner’s knee, IT band and "
        "jumper’s knee. See how we treat it, what it costs and when to see a doctor."
    ),
    "booking_code": "knee",
    "reviewed_by": "lead-therapist",
    "reviewed_on": "2026-10-02",
    "next_review_on": "2027-10-01",
}
