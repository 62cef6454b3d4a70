from django.db import models
from django.utils.functional import cached_property

from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from ..blocks.standard import StandardBodyBlock
from ..blocks.text import StepBlock
from ..publishing.claims import ClaimsMixin
from ..publishing.indexing import IndexingMixin
from ..publishing.restrictions import RestrictionsMixin
from ..publishing.scheduling import SchedulingMixin
from ..publishing.slugs import SlugForm
from .people import Person


class HomePage(ClaimsMixin, RestrictionsMixin, SchedulingMixin, IndexingMixin, Page):
    """The home page: the clinic, its services, how a visit works, and how to book."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "core.StandardPage",
        "core.ContactPage",
        "blog.BlogIndexPage",
        "services.ServiceIndexPage",
    ]
    max_count = 1
    page_description = "The home page of the site. Only one."

    headline = models.CharField(max_length=60, help_text="Five words or fewer.")
    introduction = models.TextField(
        help_text="One sentence: who the clinic is for, and where it is.",
        max_length=300,
    )
    visit_steps = StreamField([("step", StepBlock())], blank=True)

    content_panels = [*Page.content_panels, "headline", "introduction", "visit_steps"]

    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    @cached_property
    def therapists(self):
        """The people who treat visitors."""
        return Person.objects.therapists().as_cards()


class StandardPage(
    ClaimsMixin, RestrictionsMixin, SchedulingMixin, IndexingMixin, Page
):
    """A page of text and images, such as about, privacy or accessibility."""

    parent_page_types = ["core.HomePage", "core.StandardPage"]
    subpage_types = ["core.StandardPage", "core.TherapistPage"]
    page_description = "Text and images, for example About or Privacy."
    base_form_class = SlugForm

    introduction = models.TextField(blank=True, max_length=500)
    body = StreamField(StandardBodyBlock(), blank=True)
    show_team = models.BooleanField(
        default=False, help_text="Show the therapists below the text."
    )

    content_panels = [*Page.content_panels, "introduction", "body", "show_team"]

    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    @cached_property
    def therapists(self):
        """The people who treat visitors, if this page shows them."""
        return Person.objects.therapists().as_cards() if self.show_team else []
