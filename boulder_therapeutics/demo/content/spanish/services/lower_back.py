"""Lower Back Pain in Spanish."""

SERVICE = {
    "slug": "dolor-de-espalda-baja",
    "title": "Dolor de espalda baja",
    "body_area": "back",
    "summary": (
        "Si la espalda se le traba después de un día en el escritorio o en la "
        "bicicleta, el masaje puede ayudar. A casi todas las espaldas rígidas les "
        "gustan el contacto, el calor y el movimiento."
    ),
    "short": "Espalda rígida por estar sentado, pedalear o cargar.",
    "drawing": "lower-back",
    "drawing_alt": (
        "Una espalda baja vista por detrás: los músculos largos a la izquierda, los "
        "profundos a la derecha, con anillos rojos sobre la zona adolorida."
    ),
    "drawing_caption": (
        "Los músculos a los lados de la columna se cansan cuando mantienen la misma "
        "postura durante horas."
    ),
    "signs": [
        "La espalda está rígida cuando se levanta de la cama o baja de la bicicleta.",
        "Le duele después de mucho tiempo en una posición.",
        "Se siente mejor cuando camina.",
        "Siente las caderas tensas por el frente.",
        "Vuelve cada primavera con el trabajo del jardín o los paseos largos.",
    ],
    "treatment": (
        "<p>Le preguntamos qué la provoca y vemos cómo se dobla, gira y alcanza. "
        "También revisamos las caderas.</p><p>Trabajamos los músculos largos de la "
        "espalda, los glúteos y el frente de la cadera. La presión es firme pero "
        "tranquila. Nunca tronamos una articulación.</p><p>¿Muchas horas en la silla "
        'o en el sillín? Lea <a href="/blog/desk-and-bike-lower-back/">cómo ayudar a '
        "la espalda baja en el escritorio y en la bicicleta</a> (en inglés).</p>"
    ),
    "expectations": (
        "<p>Calcule 60 minutos. Muchas personas se mueven con más facilidad al "
        "terminar, y sienten un poco de dolor por un día.</p><p>Venga 2 o 3 veces, "
        "con más o menos una semana entre una y otra. Las caminatas cortas y unos "
        "ejercicios en casa importan más que otras citas.</p>"
    ),
    "prices": [
        (30, 65, "Seguimiento de la espalda baja"),
        (60, 110, "Primera cita: espalda y caderas"),
        (90, 155, "Toda la espalda, caderas y piernas"),
    ],
    "doctor_signs": [
        "el dolor baja de la rodilla, o la pierna está dormida o débil",
        "empezó con una caída o un choque",
        "se siente enfermo, tiene fiebre o baja de peso sin querer",
        "tuvo cáncer, o le duele más en la noche",
        "no mejora después de 6 semanas",
    ],
    "doctor_now": [
        "siente adormecimiento entre las piernas",
        "no puede controlar la vejiga o el intestino, o no puede orinar",
        "las dos piernas están débiles",
    ],
    "home_care": [
        "Muévase: dé caminatas cortas durante el día.",
        "Use una compresa caliente durante 15 minutos.",
        "Acuéstese boca arriba con las piernas sobre una silla durante 5 minutos.",
        "Para levantar algo, dóblese desde la cadera y mantenga la carga cerca.",
    ],
    "questions": [
        (
            "¿Debo quedarme en cama?",
            (
                "<p>Unas horas, si no hay otra opción. Después ayudan más las "
                "caminatas suaves que la cama.</p>"
            ),
        ),
        (
            "¿Ajustan la columna?",
            (
                "<p>No. Trabajamos los músculos y otros tejidos blandos, con las "
                "manos.</p>"
            ),
        ),
        (
            "¿Puedo venir si me duele mucho?",
            (
                "<p>Llámenos primero. En un día muy malo, quizá trabajemos poco "
                "tiempo o le pidamos que espere.</p>"
            ),
        ),
    ],
    "search_description": (
        "Masaje deportivo para el dolor de espalda baja en Boulder, para quienes "
        "trabajan sentados o pedalean. Tratamiento, precios y señales urgentes."
    ),
    "booking_code": "back",
}
