"""A check that public replies by staff do not reveal who is a client."""

import re

from django import forms

VISIT = (
    r"(?:visits?|sessions?|appointments?|bookings?|treatments?|massages?|"
    r"consultations?|intakes?|assessments?|follow-?ups?|check-?ups?)"
)
WHICH = (
    r"(?:\w+ )?(?:last|latest|next|first|second|third|previous|recent|upcoming|past|"
    r"initial|final|\w+day|morning|afternoon)"
)

# A public reply must not even confirm that the reader is a client.
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
    """Return the phrases in a reply that seem to confirm that the reader is a client.

    They are unique, in the order of the text, in lower case and with single spaces.
    """
    plain = " ".join(text.replace("’", "'").split()).lower()
    return list(dict.fromkeys(match.group() for match in _ANY.finditer(plain)))


class ConfidentialityMixin(forms.Form):
    """Stops a staff reply once if its `text` seems to confirm a client.

    `warned` holds the phrases of the previous warning, so that staff can post the same
    text again if it is harmless. Any value is valid, as users cannot correct a hidden
    field.
    """

    warned = forms.Field(required=False, widget=forms.HiddenInput)

    def find_new_confirmations(self):
        """Return all confirming phrases if one is new, and store them in `warned`."""
        found = find_confirmations(self.cleaned_data.get("text", ""))
        warned = (self.cleaned_data["warned"] or "").split("|")
        if set(found) <= set(warned):
            return []
        # A bound form renders its data, which may be immutable.
        self.data = self.data.copy()
        self.data["warned"] = "|".join(found)
        return found
