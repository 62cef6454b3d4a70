"""Foot and Ankle Pain in Spanish."""

SERVICE = {
    "slug": "dolor-de-pie-y-tobillo",
    "title": "Dolor de pie y tobillo",
    "body_area": "foot",
    "summary": (
        "Si los primeros pasos de la mañana son rígidos, o le duele el talón después "
        "de las subidas, empiece aquí. Trabajamos desde la pantorrilla hasta la "
        "planta del pie."
    ),
    "short": (
        "Tendón de Aquiles, talón y arco, espinillas adoloridas, esguinces viejos."
    ),
    "drawing": "foot-achilles",
    "drawing_alt": (
        "Una pierna y un pie de lado, con anillos rojos en el tendón de Aquiles y "
        "debajo del talón. Los nombres en inglés señalan la pantorrilla, el tendón, "
        "los huesos y la fascia plantar."
    ),
    "drawing_caption": (
        "Las pantorrillas tensas jalan el talón en cada paso. Los nombres del dibujo "
        "están en inglés."
    ),
    "signs": [
        "Le duele el talón o el arco con los primeros pasos del día.",
        "El tendón arriba del talón está rígido y luego se calienta.",
        "Las espinillas le duelen por el borde de adentro cuando corre.",
        "Un esguince viejo del tobillo todavía se siente tenso.",
        "Se le acalambran las pantorrillas en las subidas largas.",
    ],
    "treatment": (
        "<p>Revisamos cómo dobla el tobillo, cómo sube de puntas y cómo se gastaron "
        "sus zapatos.</p><p>Después trabajamos la pantorrilla, la espinilla y la "
        "planta del pie. Vamos con suavidad si el tendón está muy adolorido. "
        "Alrededor de un esguince viejo, ayudamos a que el tejido rígido se deslice "
        "otra vez.</p><p>Se va a casa con elevaciones lentas de talón u otros "
        "ejercicios. Nuestro artículo sobre <a "
        'href="/blog/achilles-pain-hill-runners/">el dolor del tendón de Aquiles</a> '
        "(en inglés) le muestra cómo empezar.</p>"
    ),
    "expectations": (
        "<p>Calcule 60 minutos para la primera cita. El seguimiento puede ser de 30 "
        "minutos.</p><p>Los tendones son lentos. La mayoría viene de 2 a 4 veces en 2 "
        "meses y hace sus ejercicios en casa entre una cita y otra.</p>"
    ),
    "prices": [
        (30, 65, "Un pie o una pantorrilla"),
        (60, 110, "Primera cita, o las dos piernas de la rodilla hacia abajo"),
        (90, 155, "Las dos piernas, de la cadera a los dedos"),
    ],
    "doctor_signs": [
        "puede señalar un punto adolorido en un hueso, y le duele saltar",
        "el pie está dormido, o está caliente y rojo",
        "un esguince nuevo no mejora después de 5 días",
        "tiene diabetes y una llaga o herida en el pie",
    ],
    "doctor_now": [
        "sintió un chasquido en el talón y no puede subir de puntas",
        "el pie o el tobillo está deformado, o no puede dar 4 pasos",
        "tiene la pantorrilla hinchada y dolor de pecho o le falta el aire",
    ],
    "home_care": [
        "Cambie las subidas por caminos planos durante 2 semanas.",
        "Pase la planta del pie sobre una pelota pequeña durante 2 minutos.",
        "En casa, use zapatos con el talón firme.",
    ],
    "exercises": [
        {
            "title": "Elevaciones lentas de talón",
            "image": "calf-raise",
            "alt": (
                "Dibujo de una pierna de puntas. Una línea punteada muestra el talón "
                "en el piso, y unas flechas dicen que cuente hasta 3 en cada sentido."
            ),
            "steps": [
                "Párese en los dos pies y apóyese en una pared.",
                "Suba de puntas mientras cuenta hasta 3.",
                "Baje los talones mientras cuenta hasta 3.",
            ],
            "sets": 3,
            "repetitions": 12,
            "frequency": "una vez cada 2 días",
            "caution": (
                "Un poco de dolor está bien, hasta 3 de 10. Si a la mañana siguiente "
                "está peor, haga menos."
            ),
        },
    ],
    "questions": [
        (
            "¿Debo estirar la pantorrilla?",
            (
                "<p>Con suavidad, si se siente bien. Si lo que duele es el tendón, "
                "las elevaciones lentas son mejores que un estiramiento fuerte.</p>"
            ),
        ),
        (
            "¿Necesito zapatos nuevos?",
            "<p>Traiga los viejos. Vemos el desgaste y le decimos qué notamos.</p>",
        ),
        (
            "¿Pueden tratar un esguince reciente?",
            (
                "<p>No en los primeros 3 días. Descanse, ponga el pie en alto y "
                "manténgalo frío. Después llámenos.</p>"
            ),
        ),
    ],
    "search_description": (
        "Masaje deportivo para el dolor de pie y tobillo en Boulder: tendón de "
        "Aquiles, talón y arco. Precios, qué esperar y cuándo ver a un médico."
    ),
    "booking_code": "foot",
}
