import hashlib

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from .run import ImportRun

# Kinds of rows that are not pages; all others are, whatever their type was.
COMMENTS = "comments"  # that a run added to a page of an earlier one
OTHER_KINDS = [
    *["attachment", "author", "category", COMMENTS, "note", "post_tag", "user"],
]


# The guid of rows of terms and people that were here before the import.
EXISTING = "existing"


def number_of(text):
    """Return a number that stands for a name, for terms and authors."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:15], 16)


class ImportedItemQuerySet(models.QuerySet):
    def pages(self):
        """Return the posts, pages and what was imported as one of them."""
        return self.exclude(kind__in=OTHER_KINDS)


class ImportedItem(models.Model):
    """The outcome of one item of an export: a row of the ledger of all imports.

    It makes importing again harmless: an item whose digest is the same is skipped, and
    one that was edited here since is left alone.
    """

    source = models.CharField(max_length=200)
    kind = models.CharField(max_length=50)
    wordpress_id = models.PositiveBigIntegerField()
    # Distinguishes different items with the same kind and id: 0 for the first.
    copy = models.PositiveIntegerField(default=0)
    guid = models.TextField(blank=True)
    # Of the source without its comments; empty while the text is still to come.
    sha256 = models.CharField(max_length=64, blank=True)
    comments_sha256 = models.CharField(max_length=64, blank=True)
    target_type = models.ForeignKey(
        ContentType, models.CASCADE, null=True, related_name="+"
    )
    target_id = models.PositiveBigIntegerField(null=True)
    target = GenericForeignKey("target_type", "target_id")
    # Of a file, the number of the post to which it was attached.
    wordpress_parent = models.PositiveBigIntegerField(null=True)
    # The revision that the import made; a later one is an edit.
    revision_id = models.PositiveBigIntegerField(null=True)
    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="items")
    # Converted without an image that was missing.
    lacks_media = models.BooleanField(default=False)
    # Whether visitors could see it on the old site, so that its old URLs redirect. Of a
    # file, whether they could see its post; that matters if nothing here uses it.
    is_public = models.BooleanField(default=False)
    # The content as it was, where parts had no equivalent; the caption of an image;
    # the number of a category, tag or author; the ids of comments.
    raw = models.TextField(blank=True)

    objects = ImportedItemQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "wordpress_id", "copy"],
                name="imported_item_once",
            )
        ]
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="imported_target"),
            models.Index(fields=["wordpress_id"], name="imported_number"),
        ]

    def __str__(self):
        return f"{self.kind} {self.wordpress_id}"


class OldUrl(models.Model):
    """A path of the old site that a redirect row cannot hold: files, long paths."""

    source = models.CharField(max_length=200)
    # SHA-256 of the path, as paths may be longer than an index allows.
    digest = models.CharField(max_length=64)
    path = models.TextField()
    item = models.ForeignKey(ImportedItem, models.CASCADE, related_name="old_urls")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["digest", "source"], name="old_url_once")
        ]

    def __str__(self):
        return self.path
