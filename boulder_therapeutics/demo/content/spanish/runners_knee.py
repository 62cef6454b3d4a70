"""Runner’s knee in Spanish."""

ARTICLE = {
    "slug": "rodilla-de-corredor",
    "title": "Lesiones al correr: la rodilla de corredor",
    "introduction": (
        "Por qué le duele la rodilla al correr y después, qué puede probar en casa y "
        "en qué ayuda el masaje."
    ),
    "date": "2026-03-04T09:00",
    "tags": ["correr", "rodilla", "banda iliotibial"],
    "search_description": (
        "Cómo se siente la rodilla de corredor, qué la causa, cómo calmarla en casa y "
        "cómo puede ayudar el masaje deportivo en Boulder."
    ),
    "body": [
        (
            "heading",
            {
                "text": "Síntomas y causas de la rodilla de corredor",
                "level": "h2",
                "anchor": "sintomas-y-causas",
            },
        ),
        (
            "paragraph",
            (
                "<p>La rodilla de corredor (dolor patelofemoral) es una de las "
                "lesiones más comunes al correr. Aparece en personas que se preparan "
                "para sus primeros 5 kilómetros. También aparece en quienes llevan 20 "
                "años corriendo.</p>"
                "<p>Empieza como un dolor constante debajo de la rodilla. Al "
                "principio lo nota al correr, o justo al parar. Más tarde le sigue a "
                "otras partes de la vida: las escaleras, las sentadillas, un viaje "
                "largo en auto.</p>"
                "<p>Ese es el momento de actuar. Una rodilla adolorida que se cuida "
                "pronto tiene buenas posibilidades de calmarse. Si se ignora durante "
                "meses, el daño puede ser duradero.</p>"
            ),
        ),
        (
            "heading",
            {"text": "Qué la provoca", "level": "h3", "anchor": "que-la-provoca"},
        ),
        (
            "paragraph",
            (
                "<p>Pocas veces hay una sola causa. Casi siempre se suman varias:</p>"
                "<ul><li>Músculos débiles en la cadera y el muslo, que dejan que la "
                "rodilla se vaya hacia adentro.</li>"
                "<li>Zapatos malos: gastados, o que no son para sus pies.</li>"
                "<li>Una pisada inadecuada, como una zancada larga que cae con "
                "fuerza.</li>"
                "<li>Demasiadas millas, con muy poco tiempo para recuperarse.</li>"
                "</ul>"
            ),
        ),
        (
            "heading",
            {
                "text": "Qué pasa por dentro",
                "level": "h3",
                "anchor": "que-pasa-por-dentro",
            },
        ),
        (
            "paragraph",
            (
                "<p>Cada zancada envía un impacto a la rodilla. Miles de ellos, con "
                "la fricción que traen, dejan la articulación inflamada. Esa "
                "hinchazón no es un error: así trata su cuerpo de curar y proteger "
                "la rodilla.</p>"
                "<p>Los músculos tensos aumentan la carga. Cruzan la articulación, "
                "así que acercan el hueso del muslo (fémur) y el de la espinilla "
                "(tibia). A la rodilla le queda menos espacio para moverse.</p>"
                "<p>El tejido cicatricial también puede influir. Las distensiones "
                "viejas sanan con fibras duras que no se deslizan bien. Rozan lo que "
                "tienen al lado, y la rodilla se vuelve a inflamar.</p>"
                "<p>El tendón del cuádriceps une el muslo con la rótula. El tendón "
                "rotuliano sigue hasta la espinilla. Por el lado de afuera están la "
                "banda iliotibial y el peroné.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "knee-anatomy",
                "alt": (
                    "Una rodilla derecha vista de frente. Unos anillos rojos rodean "
                    "la rótula. Los nombres en inglés señalan los huesos, los dos "
                    "tendones y la banda iliotibial."
                ),
                "caption": (
                    "El dolor está alrededor de la rótula, pero los músculos que la "
                    "guían empiezan en la cadera. Los nombres del dibujo están en "
                    "inglés."
                ),
            },
        ),
        (
            "notice",
            {
                "kind": "soon",
                "items": [
                    "la rodilla se traba, se le dobla o no aguanta su peso",
                    "se hinchó en las horas después de una lesión",
                    "está caliente y roja, o usted tiene fiebre",
                    "le duele de noche o cuando no se mueve",
                ],
            },
        ),
        (
            "heading",
            {
                "text": "Tratamientos conservadores para la rodilla de corredor",
                "level": "h2",
                "anchor": "tratamientos-conservadores",
            },
        ),
        (
            "paragraph",
            (
                "<p>Empiece con reposo y hielo. Dele a la rodilla unos días "
                "tranquilos. Después de cualquier actividad, póngale una compresa "
                "fría envuelta en una toalla delgada durante 15 minutos.</p>"
                "<p>Después, revise su semana. Algunas personas necesitan dejar de "
                "correr por un tiempo. A otras les va bien con menos millas y sin las "
                "bajadas fuertes.</p>"
                "<p>Dejar de correr no es dejar todo. Siga con los estiramientos y el "
                "rodillo, para que los músculos alrededor de la rodilla sigan "
                'sueltos. Nuestra guía sobre <a href="/blog/foam-rolling-basics/">'
                "el rodillo de espuma</a> (en inglés) le muestra cómo.</p>"
            ),
        ),
        (
            "callout",
            {
                "kind": "home",
                "title": "Sus primeros 7 días",
                "text": (
                    "<ol><li>Cambie las carreras por caminatas en terreno plano, "
                    "siempre que no duelan.</li>"
                    "<li>Póngase hielo en la rodilla 15 minutos, hasta 3 veces al "
                    "día.</li>"
                    "<li>Estire las pantorrillas, los muslos y la cadera una vez al "
                    "día, 30 segundos cada uno.</li>"
                    "<li>Pase el rodillo por el frente y el lado de afuera del muslo, "
                    "2 minutos por pierna.</li>"
                    "</ol>"
                ),
            },
        ),
        (
            "figure",
            {
                "image": "foam-rolling",
                "alt": (
                    "Una persona está acostada de lado con un rodillo de espuma "
                    "debajo del muslo y apoya el peso en un antebrazo."
                ),
                "caption": (
                    "Pasar el rodillo despacio mantiene suelto el muslo mientras la "
                    "rodilla descansa. Pare justo arriba de la articulación."
                ),
            },
        ),
        (
            "paragraph",
            (
                "<p>Si el reposo y el hielo no ayudan, vea a un profesional. No "
                "espere a que una carrera le obligue. Cuando pueda subir escaleras "
                'sin dolor, nuestro <a href="/blog/return-to-running-plan/">plan de '
                "4 semanas para volver a correr</a> (en inglés) le ayuda a "
                "empezar.</p>"
            ),
        ),
        (
            "heading",
            {
                "text": "Tratamientos de masaje deportivo",
                "level": "h2",
                "anchor": "masaje-deportivo",
            },
        ),
        (
            "paragraph",
            (
                "<p>Después de los cuidados en casa, el siguiente paso son unas "
                "sesiones con un buen terapeuta de masaje deportivo. Espere que sea "
                "un poco incómodo. Nunca debe ser más de lo que puede aguantar "
                "respirando con calma, y puede pedir menos en cualquier momento.</p>"
                "<p>Para la rodilla de corredor, el trabajo suele incluir:</p>"
                "<ul><li>Liberación profunda de los músculos alrededor de la rodilla, "
                "la cadera y la pelvis.</li>"
                "<li>Trabajo profundo alrededor de la banda iliotibial, por el lado "
                "de afuera del muslo.</li>"
                "<li>Liberación del tejido cicatricial donde las distensiones viejas "
                "ya no se deslizan.</li>"
                "<li>Una revisión del recorrido de la rótula cuando la pierna se "
                "dobla.</li>"
                "<li>Una plática sobre su pisada, sus zapatos y sus millas.</li>"
                "</ul>"
                "<p>Esa plática cuenta tanto como el trabajo con las manos. El dolor "
                "suele ser parte de un patrón que se formó a lo largo de muchas "
                "millas. Lo buscamos con usted y le ayudamos a deshacerlo.</p>"
                "<p>No hay dos rodillas iguales, así que cada cita es para el dolor "
                "que usted trae. Le mostramos los estiramientos, el rodillo y los "
                "cuidados que le convienen. Nuestra clínica ha tratado a atletas "
                "profesionales de muchos deportes, y quien empieza a correr recibe la "
                "misma atención.</p>"
                "<p>Para saber cómo es una cita y cuánto cuesta, vea <a "
                'href="/services/knee-pain/">cómo tratamos el dolor de '
                "rodilla</a>.</p>"
            ),
        ),
    ],
}
