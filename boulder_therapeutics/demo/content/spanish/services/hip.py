"""Hip and Glute Pain in Spanish."""

SERVICE = {
    "slug": "dolor-de-cadera-y-gluteos",
    "title": "Dolor de cadera y glúteos",
    "body_area": "hip",
    "summary": (
        "Si la cadera se le pone rígida después de manejar, o los glúteos le duelen "
        "en las subidas, podemos ayudar. Una cadera más libre suele ayudar también a "
        "la rodilla."
    ),
    "short": "Caderas tensas, dolor profundo en el glúteo y a un lado de la cadera.",
    "drawing": "hip-glutes",
    "drawing_alt": (
        "La cadera vista por detrás: el músculo grande del glúteo a la izquierda, los "
        "músculos profundos a la derecha, con anillos rojos sobre la zona adolorida."
    ),
    "drawing_caption": (
        "Los glúteos guían la pierna. Cuando se cansan, lo sienten la espalda y la "
        "rodilla."
    ),
    "signs": [
        "La cadera está rígida cuando se levanta de una silla.",
        (
            "Siente un dolor profundo en el glúteo en las subidas o los paseos largos "
            "en bicicleta."
        ),
        "Le duele acostarse de ese lado en la noche.",
        "Su zancada se siente corta de un lado.",
        "También le duele la rodilla o la espalda baja.",
    ],
    "treatment": (
        "<p>Le vemos pararse en una pierna, hacer una sentadilla y bajar un escalón. "
        "Eso muestra qué músculos trabajan mucho y cuáles descansan.</p><p>Después "
        "trabajamos los glúteos, el lado y el frente de la cadera, y el muslo. "
        "Siempre está cubierto con una sábana, y si lo prefiere trabajamos sobre la "
        "ropa.</p><p>La cadera y la rodilla son un equipo. Si le duelen las dos, lea "
        '<a href="/blog/it-band-comeback/">cómo volver de una molestia de la banda '
        "iliotibial</a> (en inglés).</p>"
    ),
    "expectations": (
        "<p>La primera cita dura 60 minutos. Puede sentirse más suelto el mismo día y "
        "un poco adolorido al siguiente.</p><p>La mayoría viene 2 o 3 veces, con 1 o "
        "2 semanas entre una y otra. El trabajo de fuerza en casa hace que dure.</p>"
    ),
    "prices": [
        (30, 65, "Seguimiento de una cadera"),
        (60, 110, "Primera cita, o las dos caderas"),
        (90, 155, "Caderas, espalda baja y piernas"),
    ],
    "doctor_signs": [
        "siente un dolor profundo en la ingle al apoyar la pierna",
        "la cadera se traba, o le duele toda la noche",
        "el dolor, el adormecimiento o el hormigueo baja de la rodilla",
        "tiene fiebre y le duele mover la cadera",
    ],
    "doctor_now": [
        "no puede apoyar la pierna después de una caída",
        "siente adormecimiento entre las piernas",
        "no puede controlar la vejiga o el intestino, o no puede orinar",
    ],
    "home_care": [
        "Levántese y camine un minuto cada media hora.",
        "Duerma con una almohada entre las rodillas.",
        "Pase el rodillo por el lado de la cadera durante 1 minuto, no sobre el hueso.",
        "Haga 10 puentes lentos en la mañana y 10 en la noche.",
    ],
    "questions": [
        (
            "¿Es la cadera o la espalda?",
            (
                "<p>A veces son las dos. Revisamos cada una al principio y le decimos "
                "con palabras sencillas qué encontramos.</p>"
            ),
        ),
        (
            "¿Me tratan si tengo una prótesis de cadera?",
            (
                "<p>Sí, cuando su cirujano diga que el masaje está bien. Díganoslo "
                "cuando reserve.</p>"
            ),
        ),
        (
            "¿Qué ropa debo llevar?",
            "<p>Traiga un short flojo. Usted se deja puesto lo que quiera.</p>",
        ),
    ],
    "search_description": (
        "Masaje deportivo para el dolor de cadera y glúteos en Boulder. Cómo lo "
        "tratamos, cuánto cuesta una cita y cuándo ver antes a un médico."
    ),
    "booking_code": "hip",
}
