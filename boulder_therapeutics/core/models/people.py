from django.conf import global_settings, settings
from django.db import models
from django.db.models import Prefetch
from django.utils.html import strip_tags
from django.utils.translation import gettext

from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, ChoiceBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from boulder_therapeutics.images.pictures import prefetch_renditions

from ..clinic.licenses import reject_claims
from ..languages import translated
from ..names import initials
from ..publishing.restrictions import only_public
from .licenses import LicenseMixin

# Without regional variants, of which schema.org and visitors need none.
LANGUAGES = [(code, name) for code, name in global_settings.LANGUAGES if len(code) == 2]


class PersonQuerySet(models.QuerySet):
    def therapists(self):
        """Return the people who treat visitors, for cards."""
        return self.filter(is_therapist=True).for_cards()

    def for_cards(self):
        """Load pictures, and the public pages about people."""
        pages = self.model._meta.get_field("pages").related_model.objects
        public = only_public(pages.only("depth", "path", "person", "slug", "url_path"))
        return self.select_related("picture").prefetch_related(
            Prefetch("pages", public, to_attr="public_pages")
        )

    def as_cards(self):
        """Return these people as a list, with the renditions of their pictures."""
        people = list(self)
        prefetch_renditions(person.picture for person in people)
        return people


class Person(LicenseMixin, index.Indexed, models.Model):
    """A person at the clinic who writes articles, treats visitors, or both."""

    name = models.CharField(max_length=255)
    slug = models.SlugField(
        unique=True, help_text="The last part of the URL of this person's articles."
    )
    role = models.CharField(max_length=255, blank=True)
    biography = RichTextField(blank=True, features=["bold", "italic", "link"])
    role_es = models.CharField("role in Spanish", max_length=255, blank=True)
    biography_es = RichTextField(
        "biography in Spanish", blank=True, features=["bold", "italic", "link"]
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_therapist = models.BooleanField(
        "treats visitors", default=False, help_text="Show this person with the team."
    )
    booking_code = models.CharField(
        max_length=100,
        blank=True,
        help_text="The code of this person in the booking system.",
    )
    specialties = StreamField(
        [("specialty", CharBlock(max_length=100))],
        blank=True,
        help_text="What this person treats most or best.",
    )
    specialties_es = StreamField(
        [("specialty", CharBlock(max_length=100))],
        verbose_name="specialties in Spanish",
        blank=True,
    )
    languages = StreamField(
        [("language", ChoiceBlock(choices=LANGUAGES))],
        blank=True,
        help_text="In which this person can treat visitors.",
    )
    takes_new_clients = models.BooleanField(default=True)
    waiting_list_url = models.URLField(
        "waiting list URL",
        blank=True,
        help_text="Shown while this person takes no new clients. Leave it empty to use "
        "the contact page.",
    )

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
        verbose_name="account",
        help_text="The account with which this person logs in. New articles from it "
        "have this person as their author.",
    )

    panels = [
        "name",
        "slug",
        "role",
        LicenseMixin.license_panel,
        MultiFieldPanel(
            [
                FieldRowPanel(["is_therapist", "booking_code"]),
                FieldRowPanel(["takes_new_clients", "waiting_list_url"]),
                "specialties",
                "languages",
            ],
            heading="Treatment",
        ),
        "biography",
        "picture",
        MultiFieldPanel(
            ["role_es", "biography_es", "specialties_es"], heading="Spanish"
        ),
        "user",
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self):
        return self.name

    def clean(self):
        """Reject free text that would go on claiming a license after its end."""
        super().clean()
        texts = {
            "name": self.name,
            "role": self.role,
            "specialties": " ".join(block.value for block in self.specialties),
            "biography": strip_tags(self.biography.replace("<", " <")),
            "specialties_es": " ".join(block.value for block in self.specialties_es),
            "role_es": self.role_es,
            "biography_es": strip_tags(self.biography_es.replace("<", " <")),
        }
        reject_claims(texts, self.license_title)

    @property
    def initials(self):
        return initials(self.name)

    @property
    def role_and_credentials(self):
        """The role and the letters of the license, like “Massage therapist, LMT”."""
        return ", ".join(filter(None, [translated(self, "role"), self.credentials]))

    @property
    def may_review(self):
        """Whether this person may vouch for the facts on a page."""
        return self.is_therapist and self.is_licensed

    @property
    def language_names(self):
        """The names of the languages, in the order of the editor."""
        names = dict(LANGUAGES)
        return [gettext(names[block.value]) for block in self.languages]

    @property
    def page(self):
        """The public page about a person that was loaded with `for_cards`, or None."""
        return next(iter(self.public_pages), None)
