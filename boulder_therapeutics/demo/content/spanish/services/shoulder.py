"""Shoulder and Neck Pain in Spanish."""

SERVICE = {
    "slug": "dolor-de-hombro-y-cuello",
    "title": "Dolor de hombro y cuello",
    "body_area": "shoulder",
    "summary": (
        "Si no puede mirar hacia atrás en la bicicleta, o siente un pellizco al "
        "levantar el brazo, venga a vernos. Aflojamos el cuello, el pecho y la "
        "espalda alta."
    ),
    "short": "Cuello rígido, hombros adoloridos y espalda alta tensa.",
    "drawing": "shoulder",
    "drawing_alt": (
        "Un hombro de frente, con anillos rojos en la parte de arriba de la "
        "articulación."
    ),
    "drawing_caption": (
        "Un pecho tenso jala el hombro hacia adelante y deja menos espacio arriba."
    ),
    "signs": [
        "El cuello está rígido al final del día de trabajo.",
        "Al levantar el brazo siente un pellizco arriba del hombro.",
        "Siente nudos entre los omóplatos.",
        "Le duele mirar hacia atrás en la bicicleta.",
        "Le duelen los hombros después de nadar o de escalar mucho.",
    ],
    "treatment": (
        "<p>Revisamos cuánto puede girar la cabeza y levantar los brazos. Le "
        "preguntamos por su escritorio, su bicicleta y cómo duerme.</p><p>Trabajamos "
        "la espalda alta, el pecho y los músculos alrededor del omóplato. En el "
        "cuello vamos despacio y con suavidad, y no tocamos el frente de la "
        "garganta.</p><p>Si usted escala, los codos pueden ser parte de la historia. "
        'Nuestro artículo sobre <a href="/blog/climbers-elbow/">el codo de '
        "escalador</a> (en inglés) explica por qué.</p>"
    ),
    "expectations": (
        "<p>Calcule 60 minutos. El mismo día, su cuello puede girar más, y al "
        "siguiente puede estar adolorido.</p><p>La mayoría viene 2 o 3 veces, con 1 o "
        "2 semanas entre una y otra. Le mostramos pausas cortas para el trabajo.</p>"
    ),
    "prices": [
        (30, 65, "Solo el cuello, o un hombro"),
        (60, 110, "Primera cita: cuello y los dos hombros"),
        (90, 155, "Cuello, hombros, brazos y espalda"),
    ],
    "doctor_signs": [
        "no puede levantar el brazo después de una caída",
        "el brazo o la mano está dormido, débil o con hormigueo",
        "le duele toda la noche, todas las noches",
        "le duele el cuello después de un choque o un golpe en la cabeza",
    ],
    "doctor_now": [
        (
            "tiene dolor o presión en el pecho, o un dolor que se extiende al brazo o "
            "la mandíbula"
        ),
        "se le cae un lado de la cara, se le debilita un brazo o habla raro",
        (
            "tiene un dolor de cabeza repentino y muy fuerte, o el cuello rígido con "
            "fiebre"
        ),
        "el hombro está fuera de su lugar",
    ],
    "home_care": [
        "Gire los hombros hacia atrás 10 veces cada hora.",
        "Ponga la pantalla a la altura de los ojos.",
        "Ponga una toalla tibia en el cuello durante 15 minutos.",
        "Párese en el marco de una puerta y abra el pecho durante 30 segundos.",
    ],
    "questions": [
        (
            "¿Es seguro dar masaje en el cuello?",
            (
                "<p>Para la mayoría de las personas, sí. Antes le preguntamos por su "
                "salud, usamos poca presión, y no torcemos ni tronamos nada.</p>"
            ),
        ),
        (
            "¿Ayudan con los dolores de cabeza?",
            (
                "<p>Podemos aflojar los músculos tensos del cuello y la mandíbula, y "
                "a algunas personas les gusta. Vea a un médico si sus dolores son "
                "nuevos o cambian.</p>"
            ),
        ),
        (
            "Me operaron del hombro. ¿Puedo venir?",
            (
                "<p>Sí, cuando su cirujano esté de acuerdo. Traiga las indicaciones "
                "que le dieron.</p>"
            ),
        ),
    ],
    "search_description": (
        "Masaje deportivo para el dolor de hombro y cuello en Boulder: cuello rígido, "
        "hombros tensos, espalda alta. Precios y señales para ver a un médico."
    ),
    "booking_code": "shoulder",
}
