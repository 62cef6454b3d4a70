"""The guard over what the clinic says about people in public."""

import re

VISIT = (
    r"(?:visits?|sessions?|appointments?|bookings?|treatments?|massages?|"
    r"consultations?|intakes?|assessments?|follow-?ups?|check-?ups?)"
)
WHICH = (
    r"(?:\w+ )?(?:last|latest|next|first|second|third|previous|recent|upcoming|past|"
    r"initial|final|\w+day|morning|afternoon)"
)

# Whoever answers in public must not even say that somebody is a client.
CONFIRMATIONS = [
    rf"(?:at|after|since|during|before|in|from|for|of|about) your (?:\w+ )?{VISIT}",
    rf"your {WHICH} {VISIT}",
    rf"(?:your|our|the|that) (?:{WHICH} )?(?:session|appointment|visit) (?:with|on) "
    r"(?:us|me|\w+day)",
    r"your (?:\w+ )?(?:sessions?|appointments?|visits?|treatments?|massages?)\b",
    r"your (?:\w+ )?(?:chart|file|records?|treatment plan|intake form|therapist)",
    r"(?:when|since|after|before|while) you (?:last )?(?:came|come|were|visited|saw)"
    r"(?: \w+)? ?(?:in|here|us|me|with us|at the clinic)",
    r"last time (?:you|we)",
    r"(?:we|i) (?:saw|treated|worked on|met|assessed|examined) (?:you|your)",
    r"(?:we|i) (?:\w+ )?(?:discussed|talked about|went over|spoke about)",
    r"as your (?:\w+ )?(?:therapist|practitioner|clinician)",
    r"see you (?:again|soon|next|then|on|at|tomorrow|this)",
    r"(?:good|great|nice|lovely|a pleasure) (?:seeing|to see|having|to have) you",
    r"thank(?:s| you) for (?:coming|visiting|stopping|your visit)",
    r"(?:as|being) (?:a|our|one of our) (?:\w+ )?(?:client|patient)s?\b",
    r"you(?:'re| are|'ve been| have been) (?:a|our|one of our) (?:\w+ )?"
    r"(?:client|patient)",
    r"how (?:is|are|has) (?:your|the) \w+ (?:feeling|doing|been) since",
]
_ANY = re.compile(rf"\b(?:{'|'.join(CONFIRMATIONS)})", re.IGNORECASE)


def find_confirmations(text):
    """Return the phrases of a staff reply that seem to make somebody a client.

    They are in the order of the text, each once, in lower case and with plain spaces.
    """
    plain = " ".join(text.replace("’", "'").split()).lower()
    return list(dict.fromkeys(match.group() for match in _ANY.finditer(plain)))
