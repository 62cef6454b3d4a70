"""Sports Massage in Spanish."""

SERVICE = {
    "slug": "masaje-deportivo",
    "title": "Masaje deportivo",
    "body_area": "whole-body",
    "summary": (
        "Si nada está lesionado pero todo está cansado, reserve este. Cuidamos las "
        "partes que más usa, antes o después de un gran día."
    ),
    "short": "Para todo el cuerpo: antes de una carrera, después o entre una y otra.",
    "drawing": "treatment-table",
    "drawing_alt": (
        "Una persona está boca abajo bajo una sábana en una camilla mientras una "
        "terapeuta trabaja una pantorrilla."
    ),
    "drawing_caption": "Usted nos dice qué trabajar y con cuánta presión.",
    "signs": [
        "Siente las piernas pesadas después de semanas duras.",
        "Le espera una carrera o un viaje importante.",
        "Terminó una carrera y quiere volver a sentirse bien.",
        "Está rígido en más de un lugar.",
        "Quiere aprender a cuidarse en casa.",
    ],
    "treatment": (
        "<p>Empezamos con una plática corta sobre su deporte y su semana. Después "
        "elegimos las 2 o 3 zonas que necesitan el tiempo.</p>"
        "<p>Antes de una carrera, el trabajo es rápido y ligero. Después, es lento y "
        "suave. Entre una y otra, podemos ir más a fondo.</p>"
        "<p>¿Es su primera vez? Lea <a "
        'href="/blog/first-sports-massage/">qué pasa en su primer masaje '
        "deportivo</a> (en inglés).</p>"
    ),
    "expectations": (
        "<p>Venga de 2 a 4 días antes de una carrera, o de 1 a 3 días después. No "
        "pruebe el trabajo profundo por primera vez en la semana de la carrera.</p>"
        "<p>La frecuencia la decide usted. Una vez al mes es común cuando se entrena "
        "fuerte.</p>"
    ),
    "prices": [
        (30, 65, "Una zona, como las dos pantorrillas"),
        (60, 110, "Piernas, o espalda y hombros"),
        (90, 155, "Todo el cuerpo"),
    ],
    "doctor_signs": [
        "una pantorrilla está hinchada, caliente y adolorida",
        "un brazo o una pierna está dormido, débil o con hormigueo",
        "tiene fiebre, un sarpullido o una herida que no sana",
        "un dolor le despierta de noche o empeora cada semana",
    ],
    "doctor_now": [
        "tiene dolor de pecho o le falta el aire",
        "se le cae un lado de la cara, se le debilita un brazo o habla raro",
        "está confundido o se desmaya con el calor o después de una carrera",
    ],
    "home_care": [
        "Camine 20 minutos el día después de un esfuerzo fuerte.",
        "Duerma una hora más en la semana de la carrera.",
        "Pase el rodillo por las pantorrillas y los muslos 5 minutos en la noche.",
        "Coma pronto después de una carrera larga, y beba cuando tenga sed.",
    ],
    "questions": [
        (
            "¿Quién no debe recibir un masaje?",
            (
                "<p>Por favor, espere si tiene fiebre, una infección de la piel o una "
                "lesión nueva. Pregunte antes a su médico si toma anticoagulantes, o "
                "si este año tuvo un coágulo o una operación.</p>"
            ),
        ),
        (
            "¿Puedo venir si estoy embarazada?",
            (
                "<p>Pregunte primero a su médico o partera, y después llámenos. Le "
                "diremos si somos el lugar indicado.</p>"
            ),
        ),
        (
            "¿Qué duración debo reservar?",
            (
                "<p>Tome 60 minutos si no está seguro. Así hay tiempo para hablar, "
                "trabajar y mostrarle qué hacer.</p>"
            ),
        ),
        (
            "¿Puedo correr el mismo día?",
            (
                "<p>Un trote suave está bien. Deje lo fuerte para el día siguiente o "
                "más tarde.</p>"
            ),
        ),
    ],
    "search_description": (
        "Masaje deportivo en Boulder para corredores, ciclistas y escaladores: antes "
        "o después de una carrera. Duración, precios y qué puede esperar."
    ),
    "booking_code": "sports",
}
