from django.db import models
from django.template.response import TemplateResponse

from wagtail.blocks import CharBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ..contact.forms import ContactForm
from ..restrictions import RestrictionsMixin, only_public


class ContactPage(RestrictionsMixin, Page):
    """Call, find or write to the clinic."""

    parent_page_types = ["core.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "Phone, hours, directions and the contact form. There is one."

    introduction = models.TextField(blank=True, max_length=500)
    directions = RichTextField(blank=True, features=["bold", "link", "ul"])
    next_steps = StreamField(
        [("line", CharBlock(max_length=255))],
        blank=True,
        verbose_name="what happens next",
    )

    content_panels = [*Page.content_panels, "introduction", "directions", "next_steps"]

    def get_context(self, request, *args, **kwargs):
        """Add the form, about the service that the visitor comes from if any."""
        context = super().get_context(request, *args, **kwargs)
        service = self._service_named(request.GET.get("service", ""))
        context["form"] = kwargs.get("form") or ContactForm(
            initial={"service": service and service.title}
        )
        context["sent"] = "sent" in request.GET
        return context

    def show_form(self, request, form, status):
        """Return the page with what was wrong in `form`, and all that was typed."""
        request.is_preview = False
        context = self.get_context(request, form=form)
        template = self.get_template(request)
        return TemplateResponse(request, template, context, status=status)

    def _service_named(self, slug):
        if not slug:
            return None
        siblings_children = Page.objects.filter(depth=self.depth + 1)
        return only_public(siblings_children).filter(slug=slug).first()
