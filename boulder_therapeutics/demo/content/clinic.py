"""The clinic’s name, address and hours: fictional, except for the town."""

from .policies import PAYMENT, PAYMENT_ES

CLINIC = {
    "name": "Boulder Therapeutics",
    "street": "100 Example Street",
    "city": "Boulder",
    "region": "CO",
    "postal_code": "80302",
    "country": "US",
    "phone": "(303) 555-0142",
    "phone_takes_texts": True,
    "email": "hello@boulder-therapeutics.example",
    "payment_accepted": PAYMENT,
    "payment_accepted_es": PAYMENT_ES,
    "price_range": "$65 to $155",
    "latitude": 40.0176,
    "longitude": -105.2797,
    "hours": [
        (0, [("08:00", "19:00")]),
        (1, [("08:00", "19:00")]),
        (2, [("08:00", "12:30"), ("13:30", "19:00")]),
        (3, [("08:00", "19:00")]),
        (4, [("08:00", "19:00")]),
        (5, [("09:00", "15:00")]),
        (6, []),
    ],
    "special_days": [
        ("2026-11-26", [], "Thanksgiving", "Día de Acción de Gracias"),
        ("2026-12-24", [("08:00", "12:00")], "Christmas Eve", "Nochebuena"),
        ("2026-12-25", [], "Christmas Day", "Navidad"),
        ("2027-01-01", [], "New Year’s Day", "Año Nuevo"),
    ],
    "social": [],
}
