from django.core.exceptions import ValidationError
from django.db import models


class Category(models.Model):
    """A subject of articles; subjects may have narrower ones below them."""

    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        help_text="The wider subject this one belongs to.",
    )
    description = models.TextField(
        blank=True, max_length=300, help_text="One sentence for readers."
    )

    panels = ["name", "slug", "parent", "description"]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "categories"

    def __str__(self):
        return self.name

    def clean(self):
        """Refuse a wider subject that lies below this one."""
        super().clean()
        if self.pk and self.parent_id in self.branch():
            raise ValidationError({"parent": "This lies below the category itself."})

    def branch(self):
        """Return the ids of this category and of all below it, with one query."""
        children = {}
        for pk, parent in Category.objects.values_list("pk", "parent"):
            children.setdefault(parent, []).append(pk)
        ids, waiting = set(), [self.pk]
        while waiting:
            pk = waiting.pop()
            if pk not in ids:
                ids.add(pk)
                waiting += children.get(pk, [])
        return ids
