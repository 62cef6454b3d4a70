from django.db import models

from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import StreamField

from ..blocks.policies import FormBlock, PoliciesBlock
from ..clinic.licenses import reject_claims
from ..languages import translated
from ..publishing.claims import plain_text, text_in

TEXTS = "payment_accepted", "payment_accepted_es", "policies", "new_client_forms"


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

    def clean(self):
        """Reject policies that would go on claiming a license after its end."""
        super().clean()
        fields = [self._meta.get_field(name) for name in TEXTS]
        reject_claims({field.name: text_in(self, field) for field in fields})

    @property
    def policy_text(self):
        """What is shown about payment and policies in the active language."""
        values = [block.value for block in self.policies]
        texts = [translated(value, "text").source for value in values]
        headings = [value.heading for value in values]
        payment = translated(self, "payment_accepted")
        return plain_text(" ".join([payment, *map(str, headings), *texts]))

    @property
    def form_titles(self):
        """The titles of the forms for new clients in the active language."""
        titles = [translated(form.value, "title") for form in self.new_client_forms]
        return " ".join(titles)
