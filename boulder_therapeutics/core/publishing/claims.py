"""Free text of pages, which may not claim a license."""

from html import unescape

from django.db import models
from django.utils.html import strip_tags

from wagtail.fields import StreamField

from ..clinic.licenses import reject_claims


class ClaimsMixin(models.Model):
    """A page about the clinic or its therapists.

    Unlike articles, which may write about licenses in general.
    """

    class Meta:
        abstract = True

    def clean(self):
        """Reject free text that would go on claiming a license after its end."""
        super().clean()
        reject_claims({f.name: text_in(self, f) for f in self._meta.concrete_fields})


def text_in(row, field):
    """Return the text that visitors read in a field, "" if it has none."""
    value = field.value_from_object(row)
    if isinstance(field, StreamField):
        return " ".join(field.stream_block.get_searchable_content(value))
    is_text = isinstance(field, models.CharField | models.TextField)
    is_code = isinstance(field, models.SlugField) or field.choices
    if not is_text or is_code or not field.editable:
        return ""
    return plain_text(value or "")


def plain_text(html):
    """Return HTML as text, with spaces between its elements."""
    return unescape(strip_tags(html.replace("<", " <")))
