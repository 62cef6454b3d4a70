"""The category tree, with parents before their children."""

CATEGORIES = [
    {
        "slug": "blog",
        "name_es": "Blog",
        "description_es": ("Notas y guías del equipo de la clínica."),
        "name": "Blog",
        "parent": None,
        "description": "Notes and guides from the clinic team.",
    },
    {
        "slug": "clinic",
        "name_es": "Dentro de la clínica",
        "description_es": ("Cómo es una cita y cómo trabajamos."),
        "name": "Inside the Clinic",
        "parent": "blog",
        "description": "What a visit is like and how we work.",
    },
    {
        "slug": "education",
        "name_es": "Educación",
        "description_es": (
            "Guías sencillas sobre lesiones deportivas comunes y cómo cuidarlas."
        ),
        "name": "Education",
        "parent": None,
        "description": (
            "Plain guides to common sports injuries and how to care for them."
        ),
    },
    {
        "slug": "running",
        "name_es": "Correr",
        "description_es": (
            "Rodillas, espinillas, talones y planes para correr en calle y sendero."
        ),
        "name": "Running",
        "parent": "education",
        "description": (
            "Knees, shins, heels and training plans for road and trail runners."
        ),
    },
    {
        "slug": "cycling",
        "name_es": "Ciclismo",
        "description_es": (
            "Ayuda para espaldas, cuellos y rodillas que pasan horas en bicicleta."
        ),
        "name": "Cycling",
        "parent": "education",
        "description": "Help for backs, necks and knees that spend hours on a bike.",
    },
    {
        "slug": "climbing",
        "name_es": "Escalada",
        "description_es": ("Codos, dedos y hombros que jalan por trabajo o por gusto."),
        "name": "Climbing",
        "parent": "education",
        "description": (
            "Elbows, fingers and shoulders that pull for a living or for fun."
        ),
    },
    {
        "slug": "strength",
        "name_es": "Fuerza",
        "description_es": (
            "Ejercicios sencillos que preparan tendones y caderas para las subidas."
        ),
        "name": "Strength",
        "parent": "education",
        "description": "Simple moves that make tendons and hips ready for hills.",
    },
    {
        "slug": "home-care",
        "name_es": "Cuidados en casa",
        "description_es": (
            "Lo que puede hacer por su cuenta con hielo, calor y un rodillo de espuma."
        ),
        "name": "Home Care",
        "parent": "education",
        "description": (
            "What you can do on your own with ice, warmth and a foam roller."
        ),
    },
]
