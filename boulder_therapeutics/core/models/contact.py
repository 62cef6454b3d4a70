from django.db import models
from django.template.response import TemplateResponse
from django.utils.translation import override

from wagtail.blocks import CharBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from ..contact.forms import ContactForm
from ..publishing.claims import ClaimsMixin
from ..publishing.indexing import IndexingMixin
from ..publishing.restrictions import RestrictionsMixin, only_public
from ..publishing.scheduling import SchedulingMixin
from ..publishing.slugs import SlugForm
from .clinic import ClinicSettings


class ContactPage(ClaimsMixin, RestrictionsMixin, SchedulingMixin, IndexingMixin, Page):
    """The page with the contact form, phone number, hours and directions."""

    parent_page_types = ["core.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "Phone number, hours, directions and the contact form. Only one."
    base_form_class = SlugForm

    introduction = models.TextField(blank=True, max_length=500)
    directions = RichTextField(blank=True, features=["bold", "link", "ul"])
    next_steps = StreamField(
        [("line", CharBlock(max_length=255))],
        blank=True,
        verbose_name="what happens next",
    )

    content_panels = [*Page.content_panels, "introduction", "directions", "next_steps"]

    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("directions"),
        index.SearchField("next_steps"),
        index.SearchField("forms"),
    ]

    @property
    def forms(self):
        """The titles of the forms that the page shows, for the search."""
        with override(self.locale.language_code):
            return ClinicSettings.load().form_titles

    def get_context(self, request, *args, **kwargs):
        """Add the form, filled in with the service in `?service=` if it exists."""
        context = super().get_context(request, *args, **kwargs)
        service = self._find_service(request.GET.get("service", ""))
        context["form"] = kwargs.get("form") or ContactForm(
            initial={"service": service and service.title}
        )
        context["sent"] = "sent" in request.GET
        context["is_urgent"] = (
            request.GET.get("sent") == "urgent" or context["form"].is_urgent
        )
        return context

    def show_form(self, request, form, status):
        """Return a response with the page and the errors and entries of `form`."""
        request.is_preview = False
        context = self.get_context(request, form=form)
        template = self.get_template(request)
        response = TemplateResponse(request, template, context, status=status)
        # Render while the view still handles a database that is unavailable.
        return response.render()

    def _find_service(self, slug):
        if not slug:
            return None
        # Services are one level below this page, in another section.
        candidates = Page.objects.filter(
            depth=self.depth + 1, slug=slug, locale=self.locale_id
        )
        return only_public(candidates).first()
