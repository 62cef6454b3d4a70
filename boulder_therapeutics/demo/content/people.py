"""The people of the clinic, named by their roles; no license number is real."""

PEOPLE = [
    {
        "slug": "bt-admin",
        "name": "bt-admin",
        "role": "Clinic team",
        "role_es": "Equipo de la clínica",
        "biography": (
            "<p>The team at Boulder Therapeutics writes these guides together. A "
            "massage therapist checks the ones about pain before they go online.</p>"
        ),
        "biography_es": (
            "<p>El equipo de Boulder Therapeutics escribe estas guías en conjunto. Una "
            "terapeuta de masaje revisa las que tratan del dolor antes de "
            "publicarlas.</p>"
        ),
        "drawing": None,
        "drawing_alt": "",
    },
    {
        "slug": "lead-therapist",
        "name": "Lead therapist",
        "role": "Sports massage therapist",
        "role_es": "Terapeuta de masaje deportivo",
        "biography": (
            "<p>Works with runners and cyclists, above all on knees, hips and backs. "
            "Likes to watch people move before they lie down.</p>"
            "<p>Off the clock: slow miles on the Mesa Trail.</p>"
        ),
        "biography_es": (
            "<p>Trabaja con corredores y ciclistas, sobre todo con rodillas, caderas y "
            "espaldas. Le gusta ver cómo se mueve la gente antes de que se acueste.</p>"
            "<p>En su tiempo libre: millas lentas en el Mesa Trail.</p>"
        ),
        "drawing": "portrait-1",
        "drawing_alt": "Drawn portrait of the lead therapist.",
        "license_number": "EXAMPLE-0001",
        "specialties": ["Runners’ knees", "Hips and glutes", "Lower back"],
        "specialties_es": ["Rodillas de corredores", "Cadera y glúteos", "Zona lumbar"],
        "languages": ["en"],
        "takes_new_clients": True,
        "services": [
            "knee-pain",
            "hip-and-glute-pain",
            "lower-back-pain",
            "sports-massage",
        ],
        "introduction": (
            "For people who run, ride or sit too long, and want to know why it hurts."
        ),
        "search_description": (
            "The lead sports massage therapist of a clinic in Boulder, Colorado: "
            "knees, hips and backs of runners and cyclists. How to book."
        ),
    },
    {
        "slug": "therapist",
        "name": "Associate therapist",
        "role": "Sports massage therapist",
        "role_es": "Terapeuta de masaje deportivo",
        "biography": (
            "<p>Looks after climbers and swimmers, and anyone with a sore shoulder, "
            "neck or elbow. Gives you 2 moves to take home, not 20.</p>"
            "<p>Off the clock: easy routes and long lunches in Eldorado Canyon.</p>"
        ),
        "biography_es": (
            "<p>Atiende a escaladores y nadadores, y a cualquiera con dolor de hombro, "
            "cuello o codo. Le da 2 ejercicios para la casa, no 20.</p>"
            "<p>En su tiempo libre: rutas fáciles y almuerzos largos en Eldorado "
            "Canyon.</p>"
        ),
        "drawing": "portrait-2",
        "drawing_alt": "Drawn portrait of the associate therapist.",
        "license_number": "EXAMPLE-0002",
        "specialties": ["Climbers’ elbows", "Shoulders and neck", "Foot and ankle"],
        "specialties_es": ["Codos de escaladores", "Hombros y cuello", "Pie y tobillo"],
        "languages": ["en", "es"],
        "takes_new_clients": False,
        "services": [
            "shoulder-and-neck-pain",
            "elbow-and-forearm-pain",
            "foot-and-ankle-pain",
            "sports-massage",
        ],
        "introduction": (
            "For people who climb, swim or type, and want their arms to last the day."
        ),
        "search_description": (
            "The associate sports massage therapist of a clinic in Boulder, Colorado: "
            "shoulders, elbows and feet of climbers and swimmers."
        ),
    },
]
