"""Knee Pain in Spanish."""

from ..offers import KNEE_OFFERS

SERVICE = {
    "offers": KNEE_OFFERS,
    "slug": "dolor-de-rodilla",
    "title": "Dolor de rodilla",
    "body_area": "knee",
    "summary": (
        "Si le duele en las escaleras, después de estar sentado o al bajar el "
        "sendero, el masaje puede ayudar. Aflojamos los músculos que jalan la "
        "rodilla."
    ),
    "short": "Rodilla de corredor, banda iliotibial y rodilla de saltador.",
    "drawing": "knee-anatomy",
    "drawing_alt": (
        "Una rodilla derecha de frente, con anillos rojos alrededor de la rótula y "
        "los nombres en inglés de los huesos, los tendones y la banda iliotibial."
    ),
    "drawing_caption": (
        "Casi siempre, quien corre siente el dolor alrededor de la rótula o en el "
        "lado de afuera. Los nombres del dibujo están en inglés."
    ),
    "signs": [
        "Le duele debajo o alrededor de la rótula cuando corre.",
        "Las escaleras, las sentadillas o los viajes largos la irritan.",
        "El lado de afuera le molesta en la misma milla de cada carrera.",
        "Le duele más de bajada que de subida.",
        "Está rígida cuando se levanta de una silla.",
    ],
    "treatment": (
        "<p>Primero miramos. Usted hace una sentadilla, baja un escalón y dobla la "
        "rodilla, y revisamos cómo se mueve la rótula.</p>"
        "<p>Después trabajamos los músculos alrededor de la rodilla, la cadera y la "
        "pelvis. Vamos a fondo a lo largo de la banda iliotibial y aflojamos el "
        "tejido cicatricial viejo. Puede ser un poco incómodo, y usted pone el "
        "límite.</p>"
        "<p>También hablamos de su zancada, sus zapatos y sus millas.</p>"
        "<p>Para saber por qué duelen las rodillas, lea nuestro artículo sobre <a "
        'href="/blog/runners-knee/">la rodilla de corredor</a>. ¿Le duele por '
        'afuera? Lea <a href="/blog/it-band-comeback/">cómo volver de una molestia '
        "de la banda iliotibial</a> (en inglés).</p>"
    ),
    "expectations": (
        "<p>La primera cita dura 60 minutos. Le tratamos ese mismo día y se va con 2 "
        "o 3 ejercicios para hacer en casa.</p>"
        "<p>Muchas personas vienen 3 veces en un mes. Si después de eso nada cambió, "
        "se lo decimos y le ayudamos a encontrar a la persona indicada.</p>"
    ),
    "prices": [
        (30, 65, "Seguimiento de una rodilla"),
        (60, 110, "Primera cita, o las dos rodillas"),
        (90, 155, "Rodillas, cadera y cómo corre usted"),
    ],
    "doctor_signs": [
        "la rodilla se traba, se le dobla o no aguanta su peso",
        "se hinchó en las horas después de una lesión",
        "está caliente y roja, o usted tiene fiebre",
        "le duele de noche o cuando descansa",
    ],
    "doctor_now": [
        "la rodilla quedó deformada después de una caída",
        "el pie está frío, pálido o dormido después de una lesión de rodilla",
        "tiene la pantorrilla hinchada y dolor de pecho o le falta el aire",
    ],
    "home_care": [
        "Corra menos y quédese en terreno plano.",
        "Después de correr, ponga una compresa fría en una toalla sobre la rodilla "
        "durante 15 minutos.",
        "Pase el rodillo por el frente y el lado del muslo, 2 minutos por pierna.",
        "Use las escaleras despacio, con una mano en el pasamanos.",
    ],
    "exercises": [
        {
            "title": "Bajar un escalón despacio",
            "image": "step-down",
            "alt": (
                "Dibujo de una persona en un escalón bajo, con la rodilla de apoyo "
                "doblada, el otro talón en el piso y una mano en el pasamanos."
            ),
            "steps": [
                "Párese en un escalón bajo, sobre la pierna que le duele. Agárrese "
                "del pasamanos.",
                "Doble esa rodilla mientras cuenta hasta 3, y toque el piso con el "
                "otro talón.",
                "Suba mientras cuenta hasta 3.",
                "Mantenga la rodilla sobre el segundo dedo del pie todo el tiempo.",
            ],
            "sets": 3,
            "repetitions": 10,
            "frequency": "una vez cada 2 días",
            "caution": (
                "Una molestia leve está bien, hasta 3 de 10. Si duele más, use un "
                "escalón más bajo."
            ),
        },
        {
            "title": "Sentarse contra la pared",
            "image": "wall-sit",
            "alt": (
                "Dibujo de una persona con la espalda en la pared, las rodillas "
                "dobladas y los pies un paso adelante."
            ),
            "steps": [
                "Apoye la espalda en la pared, con los pies un paso adelante.",
                "Deslícese hasta que las rodillas se doblen un poco, como en un "
                "banco alto.",
                "Quédese ahí y respire. Después suba de nuevo.",
            ],
            "sets": 4,
            "hold": 30,
            "frequency": "una vez al día",
            "caution": "Baje menos si le duele la rótula.",
        },
    ],
    "questions": [
        (
            "¿Puedo correr antes de mi cita?",
            (
                "<p>Sí, si no le duele. Que sea corto y plano, y pare a la primera "
                "molestia.</p>"
            ),
        ),
        (
            "¿El masaje puede arreglar mi rótula?",
            (
                "<p>Nadie puede empujar una rótula a otro lugar con las manos. "
                "Podemos aflojar los músculos tensos que la jalan. El trabajo de "
                "fuerza hace el resto.</p>"
            ),
        ),
        (
            "¿Duele?",
            (
                "<p>Algunos puntos son sensibles. Buscamos un 5 de 10, y bajamos la "
                "presión cuando usted lo dice.</p>"
            ),
        ),
        (
            "¿Necesito una nota de un médico?",
            (
                "<p>No. Pero vea antes a un médico si algún punto del aviso de esta "
                "página es su caso.</p>"
            ),
        ),
    ],
    "search_description": (
        "Masaje deportivo para el dolor de rodilla en Boulder: cómo lo tratamos, "
        "cuánto cuesta y cuándo debe ver antes a un médico."
    ),
    "booking_code": "knee",
}
