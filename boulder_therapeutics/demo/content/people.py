"""The people of the clinic, named by their roles."""

PEOPLE = [
    {
        "slug": "bt-admin",
        "name": "bt-admin",
        "role": "Clinic team",
        "credentials": "",
        "biography": (
            "<p>The team at Boulder Therapeutics writes these guides together. A "
            "licensed massage therapist checks the ones about pain before they go "
            "online.</p>"
        ),
        "drawing": None,
        "drawing_alt": "",
    },
    {
        "slug": "lead-therapist",
        "name": "Lead therapist",
        "role": "Sports massage therapist",
        "credentials": "LMT",
        "biography": (
            "<p>Works with runners and cyclists, above all on knees, hips and backs. "
            "Likes to watch people move before they lie down.</p>"
            "<p>Off the clock: slow miles on the Mesa Trail.</p>"
        ),
        "drawing": "portrait-1",
        "drawing_alt": "Drawn portrait of the lead therapist.",
    },
    {
        "slug": "therapist",
        "name": "Associate therapist",
        "role": "Sports massage therapist",
        "credentials": "LMT",
        "biography": (
            "<p>Looks after climbers and swimmers, and anyone with a sore shoulder, "
            "neck or elbow. Gives you 2 moves to take home, not 20.</p>"
            "<p>Off the clock: easy routes and long lunches in Eldorado Canyon.</p>"
        ),
        "drawing": "portrait-2",
        "drawing_alt": "Drawn portrait of the associate therapist.",
    },
]
