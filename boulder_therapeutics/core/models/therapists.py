from django.db import models

from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from boulder_therapeutics.images.pictures import images_in, prefetch_renditions

from ..blocks.body import BodyBlock
from ..publishing.claims import ClaimsMixin
from ..publishing.indexing import IndexingMixin
from ..publishing.restrictions import RestrictionsMixin
from ..publishing.scheduling import SchedulingMixin
from .people import Person


class TherapistPage(
    ClaimsMixin, RestrictionsMixin, SchedulingMixin, IndexingMixin, Page
):
    """A page about one therapist: what they treat, their license, and how to book."""

    parent_page_types = ["core.StandardPage"]
    subpage_types = []
    page_description = "One therapist: specialties, license, languages and booking."

    # Not one-to-one, as a copy or a translation is about the same person. Only a draft
    # may have none.
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
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
                index.SearchField("specialties_es"),
            ],
        ),
    ]

    class Meta:
        verbose_name = "therapist"

    def get_context(self, request, *args, **kwargs):
        """Prefetch the renditions of all images on the page."""
        # Only a preview may have no person yet.
        self.person = self.person or Person(pk=0, name=self.title)
        context = super().get_context(request, *args, **kwargs)
        prefetch_renditions([self.person.picture, *images_in(self.body)])
        return context
