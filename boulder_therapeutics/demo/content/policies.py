"""What to know before a visit, and what the clinic sells besides single visits."""

PAYMENT = "cash, credit and debit cards, HSA and FSA cards"
PAYMENT_ES = "efectivo, tarjetas de crédito y débito, y tarjetas HSA y FSA"

POLICIES = [
    (
        "insurance",
        (
            "<p>We do not bill insurance. After each visit we can give you a receipt "
            "that names the service, the date and what you paid. Ask your plan if it "
            "pays some of it back.</p>"
            "<p>Many HSA and FSA plans pay for massage if your doctor has written "
            "that you need it. Please check with yours first.</p>"
        ),
        (
            "<p>No cobramos a los seguros. Después de cada cita podemos darle un "
            "recibo con el servicio, la fecha y lo que pagó. Pregunte a su plan si le "
            "devuelve una parte.</p>"
            "<p>Muchos planes HSA y FSA pagan el masaje si su médico escribió que lo "
            "necesita. Por favor, consulte antes con el suyo.</p>"
        ),
    ),
    (
        "cancellation",
        (
            "<p>Plans change. Tell us a day before and there is no charge. Later than "
            "that, we ask for half the price. If you do not come and do not call, we "
            "ask for all of it.</p>"
            "<p>If you are sick, please stay at home. You pay nothing.</p>"
        ),
        (
            "<p>Los planes cambian. Avísenos un día antes y no le cobramos nada. "
            "Después, le pedimos la mitad del precio. Si no viene ni llama, le pedimos "
            "el precio completo.</p>"
            "<p>Si está enfermo, por favor quédese en casa. No paga nada.</p>"
        ),
    ),
    (
        "estimate",
        (
            "<p>If you have no health insurance, or do not use it, you have the right "
            "to know what your visits will cost. We call this a good-faith estimate. "
            "Ask for it at any time. If you book 3 or more business days ahead, you "
            "get it in writing.</p>"
            "<p>Keep it. If your bill is $400 or more above it, you can dispute the "
            'bill. Read more at <a href="https://www.cms.gov/nosurprises">'
            'cms.gov/nosurprises</a> or call <a href="tel:+18009853059">'
            "1-800-985-3059</a>.</p>"
        ),
        (
            "<p>Si no tiene seguro médico, o no lo usa, tiene derecho a saber cuánto "
            "costarán sus citas. Eso es un presupuesto de buena fe. Pídalo cuando "
            "quiera. Si reserva con 3 o más días hábiles de anticipación, lo recibe "
            "por escrito.</p>"
            "<p>Guárdelo. Si su factura lo supera por $400 o más, puede disputarla. "
            'Lea más en <a href="https://www.cms.gov/nosurprises">'
            'cms.gov/nosurprises</a> o llame al <a href="tel:+18009853059">'
            "1-800-985-3059</a>.</p>"
        ),
    ),
]

FORM = {
    "title": "New client form",
    "title_es": "Formulario para clientes nuevos, en inglés",
    "file": "new-client-form.txt",
    "text": """\
New client form

Please fill this in at home and bring it to your first visit.
Do not send it by email.

Your name:

How we can reach you:

Who to call in an emergency:

What hurts, and since when:

What you want to get back to:

Injuries, operations or illnesses that we should know of:

Medicines you take, above all blood thinners:

Are you pregnant, or could you be:

Where you do not want to be touched:

I know that massage is not medical care. I can stop at any time.

Date and signature:
""",
}

# As (kind, title, text, dollars or None, what the price is for).
OFFERS = [
    (
        "package",
        "Five visits",
        "60 minutes each, for one person. Good for a year.",
        500,
        "for 5 visits",
    ),
    (
        "membership",
        "Once a month",
        "One visit of 60 minutes each month. Stop when you like.",
        99,
        "a month",
    ),
    (
        "add-on",
        "More time",
        "Add it when you book, or ask on the day.",
        25,
        "for 15 min",
    ),
    (
        "couples",
        "Come as a pair",
        "Two visits, one after the other. The one who waits gets tea and a book.",
        210,
        "for 2 visits",
    ),
    (
        "gift-card",
        "Gift card",
        "For any visit or any amount. Call us or buy it at the clinic.",
        None,
        "",
    ),
]

KNEE_OFFERS = [
    ("add-on", "Taping", "We tape the knee after the massage.", 15, "a knee"),
]
