"""The category tree, with parents before their children."""

CATEGORIES = [
    {
        "slug": "blog",
        "name": "Blog",
        "parent": None,
        "description": "Notes and guides from the clinic team.",
    },
    {
        "slug": "clinic",
        "name": "Inside the Clinic",
        "parent": "blog",
        "description": "What a visit is like and how we work.",
    },
    {
        "slug": "education",
        "name": "Education",
        "parent": None,
        "description": (
            "Plain guides to common sports injuries and how to care for them."
        ),
    },
    {
        "slug": "running",
        "name": "Running",
        "parent": "education",
        "description": (
            "Knees, shins, heels and training plans for road and trail runners."
        ),
    },
    {
        "slug": "cycling",
        "name": "Cycling",
        "parent": "education",
        "description": "Help for backs, necks and knees that spend hours on a bike.",
    },
    {
        "slug": "climbing",
        "name": "Climbing",
        "parent": "education",
        "description": (
            "Elbows, fingers and shoulders that pull for a living or for fun."
        ),
    },
    {
        "slug": "strength",
        "name": "Strength",
        "parent": "education",
        "description": "Simple moves that make tendons and hips ready for hills.",
    },
    {
        "slug": "home-care",
        "name": "Home Care",
        "parent": "education",
        "description": (
            "What you can do on your own with ice, warmth and a foam roller."
        ),
    },
]
