"""A check that public replies by staff do not reveal who is a client."""

from django import forms

from boulder_therapeutics.core.models import Person

from ..models import CommentSettings
from .client_phrases import find_confirmations


class ConfidentialityMixin(forms.Form):
    """Stops a staff reply once if its `text` seems to confirm a client.

    `warned` holds the phrases of the previous warning, so that staff can post the same
    text again if it is harmless. Any value is valid, as users cannot correct a hidden
    field.
    """

    warned = forms.Field(required=False, widget=forms.HiddenInput)
    # Whether the reply is posted in spite of the warning.
    is_override = False

    def find_new_confirmations(self):
        """Return all confirming phrases if one is new, and store them in `warned`."""
        phrases = CommentSettings.load().client_phrases
        text = self.cleaned_data.get("text", "")
        found = find_confirmations(text, phrases, first_names())
        warned = (self.cleaned_data["warned"] or "").split("|")
        if set(found) <= set(warned):
            self.is_override = bool(found)
            return []
        # A bound form renders its data, which may be immutable.
        self.data = self.data.copy()
        self.data["warned"] = "|".join(found)
        return found


def first_names():
    """Return the first names of the team, without roles like “Lead therapist”."""
    names = map(str.split, Person.objects.values_list("name", flat=True))
    return sorted({words[0] for words in names if _is_name(words)})


def _is_name(words):
    return len(words) > 1 and all(word[0].isupper() for word in words)
