"""The tables that an export holds, and those that it leaves out.

A test fails if a model is in neither list.
"""

from django.apps import apps
from django.db.models import Q

from wagtail.models import Page

EXPORTED = [
    "auth.Group",
    "auth.Group_permissions",
    "auth.User",
    "auth.User_groups",
    "auth.User_user_permissions",
    "wagtailusers.UserProfile",
    "wagtailcore.Locale",
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.CollectionViewRestriction_groups",
    "wagtailcore.GroupCollectionPermission",
    "taggit.Tag",
    "taggit.TaggedItem",
    "images.CustomImage",
    "wagtaildocs.Document",
    "core.Person",
    "blog.Category",
    "wagtailcore.Page",
    "core.HomePage",
    "core.StandardPage",
    "core.ContactPage",
    "core.TherapistPage",
    "services.ServiceIndexPage",
    "services.ServicePage",
    "services.ServicePage_therapists",
    "services.ServicePrice",
    "blog.BlogIndexPage",
    "blog.BlogPage",
    "blog.BlogPage_categories",
    "blog.BlogPage_services",
    "blog.BlogPageAuthor",
    "blog.BlogPageTag",
    "wagtailcore.Revision",
    "wagtailcore.Site",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.PageViewRestriction_groups",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.PageSubscription",
    "wagtailcore.Task",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupApprovalTask_groups",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowTask",
    "wagtailcore.WorkflowPage",
    "wagtailredirects.Redirect",
    "core.ClinicSettings",
    "core.MessageSettings",
    "core.PrivacySettings",
    "core.ContactMessage",
    "comments.CommentSettings",
    "comments.Comment",
    "comments.RemovedComment",
    "comments.Subscription",
    "comments.Block",
    "comments.Report",
    "wordpress.ImportRun",
    "wordpress.ImportedItem",
    "wordpress.OldUrl",
]
# Work in progress, the history, caches, keys, and what can be made again.
LEFT_OUT = {
    "auth.Permission",
    "comments.BatchChunk",
    "comments.ModerationBatch",
    "contenttypes.ContentType",
    "images.Rendition",
    "mail.OutboxMail",
    "sessions.Session",
    "simple_translation.SimpleTranslation",
    "transfer.SiteExport",
    "wagtailadmin.Admin",
    "wagtailadmin.EditingSession",
    "wagtailadmin.FormState",
    "wagtailcore.APIToken",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowState",
    "wagtailembeds.Embed",
    "wagtailimages.Image",
    "wagtailimages.Rendition",
    "wagtailsearch.IndexEntry",
    "wagtailsearch.SQLiteFTSIndexEntry",
}
# Without personal data, these tables are empty …
PERSONAL = {
    "comments.Block",
    "comments.Subscription",
    "core.ContactMessage",
}


def name_no_sender(reasons):
    """Return the reasons why a comment was held, without the address of a sender."""
    blocked = {"rule": "blocked_sender", "why": "Blocked sender."}
    return [blocked if r.get("rule") == blocked["rule"] else r for r in reasons]


# … and these fields have the same value in every row, or that which a function makes of
# theirs. "!" is the password of an account with which nobody can log in.
PERSONAL_FIELDS = {
    "auth.User": {"email": "", "password": "!", "last_login": None},
    "comments.Comment": {
        "email": "",
        "hold_reasons": name_no_sender,
        "ip": None,
        "user_agent": "",
    },
    "comments.Report": {"network": ""},
}
# Fields that would have no meaning on another server, or send mail from there.
FIXED_FIELDS = {
    "comments.Comment": {"needs_notification": False},
    "wagtailcore.Comment": {"revision_created": None},
    "wordpress.ImportRun": {"folder": "", "alive": None},
}


def get_model(label):
    return apps.get_model(label)


def find_rows(label, with_personal_data):
    """Return the rows of a table that belong into an export."""
    rows = get_model(label).objects.order_by("pk")
    if label in PERSONAL and not with_personal_data:
        return rows.none()
    if label == "wagtailcore.Revision":
        return rows.filter(_current_revisions())
    return rows


def fixed_fields(label, with_personal_data):
    """Return the values that the same fields of all rows have in an export."""
    personal = {} if with_personal_data else PERSONAL_FIELDS.get(label, {})
    return personal | FIXED_FIELDS.get(label, {})


def file_fields():
    """Return the fields of exported models that name files."""
    models = map(get_model, EXPORTED)
    fields = [field for model in models for field in model._meta.local_fields]
    return [field for field in fields if field.get_internal_type() == "FileField"]


def file_names():
    """Yield the field and the name of each uploaded file, once."""
    for field in file_fields():
        rows = field.model.objects.exclude(**{field.name: ""}).order_by(field.name)
        for name in rows.values_list(field.name, flat=True).distinct().iterator():
            yield field, name


def _current_revisions():
    """Select the newest, the live and the scheduled text of each page."""
    pages = Page.objects.order_by()
    return (
        Q(pk__in=pages.values("latest_revision"))
        | Q(pk__in=pages.values("live_revision"))
        | Q(approved_go_live_at__isnull=False)
    )
