"""Home, services index and blog index in Spanish."""

from .offers import OFFERS

HOME = {
    "slug": "inicio",
    "title": "Inicio",
    "headline": "De vuelta al sendero",
    "lead": (
        "Masaje deportivo para corredores, ciclistas y escaladores en Boulder, "
        "Colorado."
    ),
    "visit_steps": [
        (
            "Díganos qué le duele",
            (
                "Le preguntamos cuándo empezó y a qué quiere volver. Después vemos "
                "cómo se mueve."
            ),
        ),
        (
            "Vamos a la causa",
            (
                "Tratamos los puntos tensos con las manos. Usted decide la presión "
                "y puede parar en cualquier momento."
            ),
        ),
        (
            "Salga con un plan",
            (
                "Se lleva de 1 a 3 ejercicios que caben en su semana. Le decimos si "
                "conviene volver, y cuándo."
            ),
        ),
    ],
    "search_description": (
        "Masaje deportivo en Boulder, Colorado, para corredores, ciclistas y "
        "escaladores con dolor de rodilla, pie, cadera, espalda u hombro. Reserve."
    ),
}

SERVICES_INDEX = {
    "offers": OFFERS,
    "slug": "servicios",
    "title": "Servicios",
    "introduction": (
        "Elija la parte que le duele. Cada página dice cómo la tratamos, cuánto "
        "cuesta y cuándo debe ver antes a un médico."
    ),
    "questions": [
        (
            "¿Qué cita debo reservar?",
            (
                "<p>Elija la parte del cuerpo que más le molesta. Si es más de una, "
                'reserve un <a href="/services/sports-massage/">masaje deportivo</a> '
                "y díganoslo ese día.</p>"
            ),
        ),
        (
            "¿Cuánto debe durar?",
            (
                "<p>Tome 60 minutos para la primera cita. Así hay tiempo para "
                "hablar, revisar y enseñarle qué hacer en casa.</p>"
            ),
        ),
        (
            "¿Cuántas citas voy a necesitar?",
            (
                "<p>A menudo de 2 a 4, con cuidados en casa entre una y otra. Si "
                "nada cambia, se lo decimos y le ayudamos a encontrar otra "
                "atención.</p>"
            ),
        ),
        (
            "¿Necesito una nota de un médico?",
            (
                "<p>No. Cada página tiene una lista de señales que debe ver antes un "
                "médico. Revísela antes de reservar, por favor.</p>"
            ),
        ),
        (
            "¿Y si tengo que cancelar?",
            (
                '<p>Por favor, <a href="/contact/">llámenos o escríbanos</a> en '
                "cuanto lo sepa. Otra persona puede aprovechar la hora.</p>"
            ),
        ),
        (
            "¿El masaje puede reemplazar la terapia física?",
            (
                "<p>No, pero la acompaña bien. Si tiene un plan de un terapeuta, "
                "tráigalo.</p>"
            ),
        ),
    ],
    "search_description": (
        "Servicios y precios de masaje deportivo en Boulder: rodilla, pie, cadera, "
        "espalda, hombro y codo, o todo el cuerpo. Encuentre su cita."
    ),
}

BLOG_INDEX = {
    "slug": "blog",
    "title": "Blog",
    "introduction": (
        "Guías sencillas sobre lesiones deportivas comunes: por qué duelen, qué "
        "hacer en casa y cuándo pedir ayuda."
    ),
    "search_description": (
        "Guías sencillas de una clínica de masaje deportivo en Boulder: por qué "
        "duele, qué hacer en casa y cuándo pedir ayuda."
    ),
}
