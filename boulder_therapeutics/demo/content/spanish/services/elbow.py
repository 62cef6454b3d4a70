"""Elbow and Forearm Pain in Spanish."""

SERVICE = {
    "slug": "dolor-de-codo-y-antebrazo",
    "title": "Dolor de codo y antebrazo",
    "body_area": "elbow",
    "summary": (
        "Si le duele el codo al jalar o agarrar, no espere a que termine la "
        "temporada. Trabajamos desde la muñeca hasta el cuello."
    ),
    "short": "Codo de escalador, codo de tenista y antebrazos cargados.",
    "drawing": "forearm-elbow",
    "drawing_alt": (
        "Un antebrazo con la palma hacia arriba, con anillos rojos en el lado de "
        "adentro del codo."
    ),
    "drawing_caption": (
        "Los músculos fuertes de los dedos empiezan todos en el lado de adentro del "
        "codo."
    ),
    "signs": [
        "Le duele el lado de adentro o de afuera del codo cuando agarra algo.",
        "Le duele levantar una sartén o girar una perilla.",
        "Los antebrazos se sienten duros y llenos días después de escalar.",
        "Los dedos están rígidos en la mañana.",
        "Se calienta, y en la noche vuelve.",
    ],
    "treatment": (
        "<p>Revisamos su agarre, la muñeca y el hombro. Le preguntamos qué escala, "
        "pedalea o escribe, y cuánto.</p><p>Después trabajamos el antebrazo, el brazo "
        "y el hombro. No tocamos el punto adolorido y aflojamos los músculos que lo "
        "jalan.</p><p>Se lleva 2 o 3 ejercicios para la casa. Puede empezar con los "
        'de nuestro artículo sobre <a href="/blog/climbers-elbow/">el codo de '
        "escalador</a> (en inglés).</p>"
    ),
    "expectations": (
        "<p>La primera cita dura 60 minutos, y el seguimiento 30. Planee un día de "
        "descanso después.</p><p>Una molestia nueva puede calmarse en unas semanas. "
        "Una vieja tarda más, y los ejercicios en casa hacen la mayor parte del "
        "cambio.</p>"
    ),
    "prices": [
        (30, 65, "Un brazo"),
        (60, 110, "Primera cita, o los dos brazos"),
        (90, 155, "Brazos, hombros y espalda alta"),
    ],
    "doctor_signs": [
        "el dedo anular o el meñique está dormido o débil",
        "se cayó sobre el codo y no puede estirar el brazo",
        "sintió un chasquido, o le salió un moretón",
        "el codo está caliente, rojo e hinchado",
    ],
    "doctor_now": [
        "el brazo quedó deformado después de una caída",
        "la mano está fría, pálida o dormida después de una lesión",
        "el dolor del brazo viene con dolor de pecho o falta de aire",
    ],
    "home_care": [
        "Baje 2 grados y use agarres grandes, o descanse una semana.",
        "Afloje la mano en el manubrio, las plumas y el teléfono.",
        "Abra los dedos contra una liga, 15 veces.",
        "Frote el antebrazo con la otra mano durante 2 minutos.",
    ],
    "questions": [
        (
            "¿Puedo seguir escalando?",
            (
                "<p>A menudo, sí. Quédese en rutas fáciles y agarres grandes, y pare "
                "si el dolor pasa de 3 de 10.</p>"
            ),
        ),
        (
            "¿Tratan los dedos?",
            (
                "<p>Trabajamos la mano y el antebrazo. Un dedo que tronó o se hinchó "
                "necesita antes a un médico.</p>"
            ),
        ),
        (
            "¿Debo usar una banda?",
            (
                "<p>Puede probarla unas semanas. Quizá alivie un poco, pero no le da "
                "fuerza.</p>"
            ),
        ),
    ],
    "search_description": (
        "Masaje deportivo para el dolor de codo y antebrazo en Boulder: codo de "
        "escalador y de tenista. Precios, cuidados en casa y señales médicas."
    ),
    "booking_code": "elbow",
}
