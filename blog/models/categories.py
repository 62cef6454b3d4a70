from django.core.exceptions import ValidationError
from django.db import models

from wagtail.admin.panels import MultiFieldPanel

from boulder_therapeutics.core.clinic.licenses import reject_claims
from boulder_therapeutics.core.languages import translated

TEXTS = "name", "description", "name_es", "description_es"


class Category(models.Model):
    """A topic of articles, with any narrower categories below it."""

    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        help_text="The broader category that contains this one.",
    )
    description = models.TextField(
        blank=True,
        max_length=300,
        help_text="One sentence, shown above the articles of the category.",
    )
    name_es = models.CharField("name in Spanish", max_length=100, blank=True)
    description_es = models.TextField(
        "description in Spanish", blank=True, max_length=300
    )

    panels = [
        "name",
        "slug",
        "parent",
        "description",
        MultiFieldPanel(["name_es", "description_es"], heading="Spanish"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "categories"

    def __str__(self):
        return translated(self, "name")

    def clean(self):
        """Reject texts that claim a license, and a category below itself."""
        super().clean()
        reject_claims({name: getattr(self, name) for name in TEXTS})
        if self.pk and self.parent_id in self.branch():
            raise ValidationError({"parent": "A category cannot be below itself."})

    def branch(self):
        """Return the ids of this category and all below it, with one query."""
        children = {}
        for pk, parent in Category.objects.values_list("pk", "parent"):
            children.setdefault(parent, []).append(pk)
        ids, stack = set(), [self.pk]
        while stack:
            pk = stack.pop()
            if pk not in ids:
                ids.add(pk)
                stack += children.get(pk, [])
        return ids
