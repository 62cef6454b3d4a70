"""Contact and privacy in Spanish."""

CONTACT = {
    "slug": "contacto",
    "title": "Contacto",
    "introduction": (
        "Llámenos o mándenos unas líneas. Díganos dónde le duele y qué días le "
        "convienen. Por favor, no incluya datos médicos privados."
    ),
    "next_steps": [
        "Leemos su mensaje y respondemos el próximo día hábil.",
        "Le proponemos una hora y la duración adecuada.",
        "Usted dice que sí y le enviamos qué debe traer.",
    ],
    "directions": (
        "Estamos en 100 Example Street, en el centro de Boulder, en la planta baja. "
        "Desde el Boulder Creek Path, salga en Broadway y vaya hacia el norte. Hay "
        "estacionamiento gratis detrás del edificio, y un soporte para bicicletas "
        "junto a la puerta principal."
    ),
    "search_description": (
        "Reserve un masaje deportivo en Boulder o haga una pregunta: teléfono, "
        "formulario, horario, dirección y cómo llegar a la clínica."
    ),
}

PRIVACY = {
    "slug": "privacidad",
    "title": "Privacidad",
    "introduction": (
        "Guardamos lo menos posible, y no por mucho tiempo. Esta página dice qué, "
        "por qué y hasta cuándo."
    ),
    "body": [
        ("heading", {"text": "En breve", "level": "h2", "anchor": "en-breve"}),
        (
            "paragraph",
            (
                "<p><b>Este sitio no contiene expedientes médicos.</b> Por favor, no "
                "ponga en un comentario o mensaje datos de salud que no le contaría "
                "a un desconocido.</p>"
            ),
        ),
        ("heading", {"text": "Comentarios", "level": "h2", "anchor": "comentarios"}),
        (
            "paragraph",
            (
                "<p>Cuando usted publica un comentario, guardamos su nombre, su "
                "correo electrónico y lo que escribió. También guardamos la hora, su "
                "dirección IP y el nombre de su navegador.</p>"
                "<p>Una persona lee cada comentario retenido y decide si se publica. "
                "Entonces su nombre y su texto son públicos. Su correo, su dirección "
                "IP y el nombre de su navegador nunca se muestran.</p>"
                "<p>Borramos la dirección IP y el nombre del navegador después de "
                "{ip_days} días. Borramos el spam y la papelera después de "
                "{spam_days} días.</p>"
            ),
        ),
        (
            "heading",
            {"text": "Formulario de contacto", "level": "h2", "anchor": "formulario"},
        ),
        (
            "paragraph",
            (
                "<p>Su mensaje se guarda en este sitio y se envía por correo a la "
                "clínica. Lo usamos para responderle y para nada más. No enviamos "
                "boletines.</p>"
            ),
        ),
        ("heading", {"text": "Cookies", "level": "h2", "anchor": "cookies"}),
        (
            "paragraph",
            (
                "<p>Si usted solo lee, este sitio no usa cookies. No tiene anuncios, "
                "ni rastreadores, ni contadores de visitas de otras empresas. Las "
                "páginas no cargan nada de otros sitios, a menos que usted reproduzca "
                "un video.</p>"
                "<p>Si marca “Guardar mi nombre y mi correo”, quedan en su propio "
                "navegador. Siguen ahí hasta que desmarque la casilla o los borre. "
                "El personal que inicia sesión recibe las cookies que eso "
                "requiere.</p>"
            ),
        ),
        (
            "heading",
            {"text": "Registros del servidor", "level": "h2", "anchor": "registros"},
        ),
        (
            "paragraph",
            (
                "<p>Como casi todos los servidores, el nuestro anota la dirección y "
                "la hora de cada solicitud. Solo vemos esas notas para encontrar "
                "fallas o detener ataques.</p>"
            ),
        ),
        (
            "heading",
            {"text": "Sus opciones", "level": "h2", "anchor": "sus-opciones"},
        ),
        (
            "paragraph",
            (
                '<ul><li><b>Ver:</b> pida <a href="/es/comments/own/">un enlace a '
                "sus comentarios</a> por correo. Ahí también puede guardarlos, "
                "anonimizarlos o borrarlos.</li>"
                "<li><b>Borrar:</b> quitamos su nombre, su correo y su dirección IP "
                "de sus comentarios. El texto también se puede quitar.</li>"
                "<li><b>Corregir:</b> díganos si algo está mal.</li>"
                "</ul>"
                "<p>Escriba desde el correo que usó, para que sepamos que es usted. "
                "No tiene que dar una razón.</p>"
            ),
        ),
        ("heading", {"text": "Contacto", "level": "h2", "anchor": "contacto"}),
        (
            "paragraph",
            (
                "<p>¿Tiene preguntas sobre esta página? <a "
                'href="mailto:hello@boulder-therapeutics.example">Escriba a la '
                'clínica</a> o use nuestra <a href="/contact/">página de '
                "contacto</a>.</p>"
            ),
        ),
    ],
    "search_description": (
        "Qué guarda sobre usted el sitio de Boulder Therapeutics, por qué, por cuánto "
        "tiempo y quién lo ve. Sin cookies para quien lee."
    ),
}
