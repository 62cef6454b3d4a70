from functools import cache

from django.db import models
from django.http import Http404

from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from boulder_therapeutics.pagecache import forget, tag, untracked

from ..blocks.body import BodyBlock, StepBlock
from ..navigation import find_sections
from ..prepared import Prepared
from ..restrictions import RestrictionsMixin
from .people import Person


class HomePage(RestrictionsMixin, Page):
    """The front door: who, where, what is treated, and how to book."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "core.StandardPage",
        "core.ContactPage",
        "blog.BlogIndexPage",
        "services.ServiceIndexPage",
    ]
    max_count = 1
    page_description = "The front door of the site. There is one."

    headline = models.CharField(max_length=60, help_text="At most five words.")
    introduction = models.TextField(
        help_text="One sentence: who and where.", max_length=300
    )
    visit_steps = StreamField([("step", StepBlock())], blank=True)

    content_panels = [*Page.content_panels, "headline", "introduction", "visit_steps"]

    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    def route(self, request, path_components):
        """Find the page with few queries: the sections of the site are known."""
        with untracked():
            self.get_url_parts(request)  # which others then find on the request
            sections = find_sections(request)
        forget()
        if not path_components:
            # Not itself, which the site record has kept for a while.
            return super(HomePage, fetch_page(HomePage, self.pk)).route(request, [])
        for section in sections:
            if section.slug == path_components[0]:
                return route_section(section, request, path_components[1:])
        return super().route(request, path_components)

    @property
    def therapists(self):
        """The people who treat visitors, with their pictures."""
        tag("people")
        return Person.objects.filter(is_therapist=True).select_related("picture")


def route_section(section, request, path_components):
    """Let a page right below the home page find what is below itself."""
    # One that is remembered without pages below it may have some by now.
    if path_components and section.numchild:
        with untracked():
            page = section.get_specific(deferred=True, copy_attrs=[])
    else:
        page = fetch_page(section.specific_class, section.pk)
    return page.route(request, path_components)


def fetch_page(model, pk):
    """Return a page as it is now; raise Http404 if it has just been deleted."""
    if found := _pages_by_id(model).objects(pk=pk):
        return found[0]
    raise Http404


@cache
def _pages_by_id(model):
    return Prepared(lambda pk: model.objects.filter(pk=pk), pk=int)


class StandardPage(RestrictionsMixin, Page):
    """Plain reading: about the clinic, privacy, accessibility."""

    parent_page_types = ["core.HomePage", "core.StandardPage"]
    subpage_types = ["core.StandardPage"]
    page_description = "Text and pictures: about, privacy and the like."

    introduction = models.TextField(blank=True, max_length=500)
    body = StreamField(BodyBlock(), blank=True)
    show_team = models.BooleanField(
        default=False, help_text="Show the therapists under the text."
    )

    content_panels = [*Page.content_panels, "introduction", "body", "show_team"]

    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    @property
    def therapists(self):
        """The people who treat visitors, if this page shows them."""
        if self.show_team:
            tag("people")
        people = Person.objects.filter(is_therapist=True).select_related("picture")
        return people if self.show_team else people.none()
