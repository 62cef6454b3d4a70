"""What the clinic sells besides single visits, in Spanish."""

OFFERS = [
    (
        "package",
        "Cinco citas",
        "De 60 minutos cada una, para una persona. Valen por un año.",
        500,
        "por 5 citas",
    ),
    (
        "membership",
        "Una vez al mes",
        "Una cita de 60 minutos cada mes. Termine cuando quiera.",
        99,
        "al mes",
    ),
    (
        "add-on",
        "Más tiempo",
        "Agréguelo al reservar o pídalo ese día.",
        25,
        "por 15 min",
    ),
    (
        "couples",
        "Vengan en pareja",
        "Dos citas, una tras otra. Quien espera recibe un té y un libro.",
        210,
        "por 2 citas",
    ),
    (
        "gift-card",
        "Tarjeta de regalo",
        "Para cualquier cita o cantidad. Llámenos o cómprela en la clínica.",
        None,
        "",
    ),
]

KNEE_OFFERS = [
    ("add-on", "Vendaje", "Vendamos la rodilla después del masaje.", 15, "por rodilla"),
]
