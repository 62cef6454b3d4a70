from django.db import models


class RemovedComment(models.Model):
    """A comment of another site that was deleted or anonymized here.

    It stops importers from creating the comment again. The key is the submission key
    that the importer made, a hash of numbers: it says nothing about a person.
    """

    key = models.CharField(max_length=64, unique=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Removed comment {self.pk}"
