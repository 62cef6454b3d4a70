from django.core.exceptions import ValidationError
from django.db import models

from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from boulder_therapeutics.images.pictures import images_in, prefetch_renditions

from ..blocks.body import BodyBlock
from ..clinic.licenses import claims_license
from ..publishing.indexing import IndexingMixin
from ..publishing.restrictions import RestrictionsMixin
from ..publishing.scheduling import SchedulingMixin
from .people import LICENSE_IN_TEXT, Person


class TherapistPage(RestrictionsMixin, SchedulingMixin, IndexingMixin, Page):
    """A page about one therapist: what they treat, their license, and how to book."""

    parent_page_types = ["core.StandardPage"]
    subpage_types = []
    page_description = "One therapist: specialties, license, languages and booking."

    # Not one-to-one, as a copy or a translation is about the same person.
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="pages",
        help_text="The license, specialties and languages are those of this person.",
    )
    introduction = models.TextField(blank=True, max_length=500)
    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*Page.content_panels, "person", "introduction", "body"]

    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.RelatedFields(
            "person",
            [
                index.SearchField("name"),
                index.SearchField("role"),
                index.SearchField("biography"),
                index.SearchField("specialties"),
            ],
        ),
    ]

    class Meta:
        verbose_name = "therapist"

    def clean(self):
        """Reject free text that would go on claiming a license after its end."""
        super().clean()
        body = self.body.stream_block.get_searchable_content(self.body)
        texts = {
            "title": self.title,
            "seo_title": self.seo_title,
            "search_description": self.search_description,
            "introduction": self.introduction,
            "body": " ".join(body),
        }
        wrong = [name for name, text in texts.items() if claims_license(text)]
        if wrong:
            raise ValidationError(dict.fromkeys(wrong, LICENSE_IN_TEXT))

    def get_context(self, request, *args, **kwargs):
        """Prefetch the renditions of all images on the page."""
        context = super().get_context(request, *args, **kwargs)
        prefetch_renditions([self.person.picture, *images_in(self.body)])
        return context
