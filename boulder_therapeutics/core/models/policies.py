from django.db import models

from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import StreamField

from ..blocks.policies import FormBlock, PoliciesBlock


class PoliciesMixin(models.Model):
    """Policies and forms for visitors, shown where they choose a visit."""

    payment_accepted = models.CharField(
        "accepted payment",
        max_length=255,
        blank=True,
        help_text="For example, “Cash, credit cards, HSA and FSA cards”.",
    )
    payment_accepted_es = models.CharField(
        "accepted payment in Spanish", max_length=255, blank=True
    )
    policies = StreamField(
        PoliciesBlock(),
        blank=True,
        help_text="Shown below the prices, and linked to from services, the contact "
        "page and the footer.",
    )
    new_client_forms = StreamField(
        [("form", FormBlock())],
        blank=True,
        help_text="Documents or links, shown on the contact page.",
    )
    health_data_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="consumer health data privacy",
        help_text="A page that some states require to be linked to from every page. "
        "The footer does so.",
    )

    policies_panel = MultiFieldPanel(
        [
            "payment_accepted",
            "payment_accepted_es",
            "policies",
            "new_client_forms",
            "health_data_page",
        ],
        heading="Before a visit",
    )

    class Meta:
        abstract = True
