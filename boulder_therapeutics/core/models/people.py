from django.conf import settings
from django.db import models

from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from ..names import initials


class PersonQuerySet(models.QuerySet):
    def therapists(self):
        """Return the people who treat visitors, with their pictures."""
        return self.filter(is_therapist=True).select_related("picture")


class Person(index.Indexed, models.Model):
    """A person at the clinic who writes articles, treats visitors, or both."""

    name = models.CharField(max_length=255)
    slug = models.SlugField(
        unique=True, help_text="The last part of the URL of this person's articles."
    )
    role = models.CharField(max_length=255, blank=True)
    credentials = models.CharField(
        max_length=255, blank=True, help_text="License or degree, for example “LMT”."
    )
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
        "credentials",
        FieldRowPanel(["is_therapist", "booking_code"]),
        "biography",
        "picture",
        MultiFieldPanel(["role_es", "biography_es"], heading="Spanish"),
        "user",
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self):
        return self.name

    @property
    def initials(self):
        return initials(self.name)

    @property
    def may_review(self):
        """Whether this person may vouch for the facts on a page."""
        return self.is_therapist
