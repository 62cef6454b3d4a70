from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from boulder_therapeutics.core.blocks.callouts import NoticeBlock
from boulder_therapeutics.core.blocks.exercise import ExerciseBlock
from boulder_therapeutics.core.blocks.lines import line_block
from boulder_therapeutics.core.blocks.media import FigureBlock
from boulder_therapeutics.core.blocks.standard import TestimonialBlock
from boulder_therapeutics.core.blocks.text import TEXT_FEATURES, QuestionBlock
from boulder_therapeutics.core.clinic.licenses import reject_claims
from boulder_therapeutics.core.languages.notices import TranslatedNoticesMixin
from boulder_therapeutics.core.models import ClinicSettings, Person, ReviewMixin
from boulder_therapeutics.core.models.people import PersonQuerySet
from boulder_therapeutics.core.publishing.claims import ClaimsMixin
from boulder_therapeutics.core.publishing.indexing import IndexingMixin
from boulder_therapeutics.core.publishing.restrictions import (
    RestrictionsMixin,
    only_public,
)
from boulder_therapeutics.core.publishing.scheduling import SchedulingMixin
from boulder_therapeutics.core.publishing.slugs import SlugForm
from boulder_therapeutics.images.pictures import images_in, prefetch_renditions

from .blocks import OfferBlock


class ServiceIndexPage(
    ClaimsMixin, RestrictionsMixin, SchedulingMixin, IndexingMixin, Page
):
    """The list of all services and their prices."""

    parent_page_types = ["core.HomePage"]
    subpage_types = ["services.ServicePage"]
    max_count = 1
    page_description = "The list of all services. A site has only one."
    base_form_class = SlugForm

    introduction = models.TextField(blank=True, max_length=500)
    offers = StreamField(
        [("offer", OfferBlock())],
        blank=True,
        help_text="Shown below the prices: packages, memberships, gift cards and more.",
    )
    questions = StreamField([("question", QuestionBlock())], blank=True)

    content_panels = [*Page.content_panels, "introduction", "offers", "questions"]

    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("offers"),
        index.SearchField("questions"),
        index.SearchField("policies"),
    ]

    @property
    def policies(self):
        """The texts of the clinic's settings that the page shows, for the search."""
        with override(self.locale.language_code):
            return ClinicSettings.load().policy_text

    @cached_property
    def services(self):
        """Every public service in the language of the page, with its prices."""
        services = ServicePage.objects.published().filter(locale=self.locale_id)
        return services.for_cards().prefetch_related("prices")


class ServicePageQuerySet(PageQuerySet):
    def published(self):
        """Return the public services, in the order of the page tree."""
        return only_public(self).order_by("path")

    def for_cards(self):
        """Load only the fields that cards and booking links need."""
        return self.only(
            "body_area",
            "booking_code",
            "depth",
            "path",
            "short",
            "slug",
            "title",
            "url_path",
        )


class ServicePage(
    TranslatedNoticesMixin,
    ClaimsMixin,
    RestrictionsMixin,
    SchedulingMixin,
    IndexingMixin,
    ReviewMixin,
    Page,
):
    """One problem or treatment, with signs, prices and a booking link."""

    class BodyArea(models.TextChoices):
        KNEE = "knee", "Knee"
        FOOT = "foot", "Foot and ankle"
        HIP = "hip", "Hip and glutes"
        BACK = "back", "Back"
        SHOULDER = "shoulder", "Shoulder"
        ELBOW = "elbow", "Elbow and forearm"
        NECK = "neck", "Neck"
        WHOLE_BODY = "whole-body", "Whole body"

    parent_page_types = ["services.ServiceIndexPage"]
    subpage_types = []
    page_description = "One problem or treatment, with prices and a booking link."

    body_area = models.CharField(
        max_length=20,
        choices=BodyArea,
        default=BodyArea.WHOLE_BODY,
        help_text="The part of the body map that links to this service.",
    )
    short = models.CharField(
        "short summary", max_length=120, help_text="One line for cards and lists."
    )
    summary = models.TextField(max_length=500, help_text="The lead paragraph.")
    picture = StreamField(
        [("figure", FigureBlock())], blank=True, max_num=1, verbose_name="drawing"
    )
    signs = StreamField(
        [("sign", blocks.CharBlock(max_length=255))],
        blank=True,
        verbose_name="is this you?",
    )
    treatment = RichTextField("how we treat it", blank=True, features=TEXT_FEATURES)
    expectations = RichTextField("what to expect", blank=True, features=TEXT_FEATURES)
    doctor_notices = StreamField(
        [("notice", NoticeBlock())], blank=True, verbose_name="when to see a doctor"
    )
    home_care = StreamField(
        [("step", line_block("Step", max_length=255))],
        blank=True,
        verbose_name="do at home until then",
    )
    exercises = StreamField(
        [("exercise", ExerciseBlock())],
        blank=True,
        verbose_name="take-home exercises",
        help_text="Each can be printed on its own.",
    )
    questions = StreamField([("question", QuestionBlock())], blank=True)
    offers = StreamField(
        [("offer", OfferBlock())],
        blank=True,
        help_text="Only for this service, such as add-ons or a package of visits.",
    )
    testimonials = StreamField(
        [("testimonial", TestimonialBlock())],
        blank=True,
        help_text="Words of clients about this service.",
    )
    therapists = ParentalManyToManyField(
        "core.Person",
        blank=True,
        related_name="services",
        limit_choices_to={"is_therapist": True},
        verbose_name="who treats it",
    )
    booking_code = models.CharField(
        max_length=100,
        blank=True,
        help_text="The code used by the booking system. Translations have the code of "
        "the English page, once it is published.",
    )

    content_panels = [
        *Page.content_panels,
        FieldRowPanel(["body_area", FieldPanel("booking_code")]),
        "short",
        "summary",
        "picture",
        "signs",
        "treatment",
        MultiFieldPanel(
            ["expectations", InlinePanel("prices", label="Price")],
            heading="What to expect",
        ),
        "offers",
        FieldPanel("therapists", widget=CheckboxSelectMultiple),
        "doctor_notices",
        "home_care",
        "exercises",
        "questions",
        "testimonials",
        *ReviewMixin.review_panels,
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("short"),
        index.SearchField("summary"),
        index.SearchField("signs"),
        index.SearchField("treatment"),
        index.SearchField("expectations"),
        index.SearchField("doctor_notices"),
        index.SearchField("home_care"),
        index.SearchField("exercises"),
        index.SearchField("questions"),
        index.SearchField("offers"),
    ]

    objects = PageManager.from_queryset(ServicePageQuerySet)()

    class Meta:
        verbose_name = _("service")

    @cached_property
    def price_list(self):
        """The prices, loaded once."""
        return list(self.prices.all())

    @cached_property
    def treated_by(self):
        """The people who treat it, for cards."""
        people = self.therapists.all()
        if not isinstance(people, PersonQuerySet):  # unsaved, in a preview
            people = Person.objects.filter(pk__in=[person.pk for person in people])
        return people.therapists().as_cards()

    @cached_property
    def current_notices(self):
        """The notices, which are not older than those of the original."""
        return self.with_current_notices("doctor_notices")

    def get_context(self, request, *args, **kwargs):
        """Prefetch the renditions of all images on the page."""
        context = super().get_context(request, *args, **kwargs)
        prefetch_renditions([*images_in(self.picture), *images_in(self.exercises)])
        return context


class ServicePrice(Orderable):
    """The price of a visit by its length."""

    page = ParentalKey(ServicePage, related_name="prices")
    # Only a draft may lack them.
    minutes = models.PositiveSmallIntegerField(null=True)
    dollars = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    note = models.CharField(
        max_length=100, blank=True, help_text="For example, “A first visit”."
    )

    panels = [FieldRowPanel(["minutes", "dollars"]), "note"]

    class Meta(Orderable.Meta):
        # Only forms set positions; rows without any are in the order of creation.
        ordering = ["sort_order", "pk"]

    def clean(self):
        """Reject a note that would go on claiming a license after its end."""
        super().clean()
        reject_claims({"note": self.note})
