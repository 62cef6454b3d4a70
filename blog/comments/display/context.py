"""The template context of the comments below an article."""

from django.http import Http404
from django.utils.cache import add_never_cache_headers

from wagtail import hooks

from blog.models import BlogPage
from boulder_therapeutics.core.http.client import staff_user
from boulder_therapeutics.core.http.origin import has_session

from ..mail.subscriptions import status_path
from ..models import CommentSettings
from ..submission.forms import CommentForm, new_form_values
from ..submission.policy import find_parent, is_open
from ..submission.refusal import Refusal
from .permalinks import find_pending_comment
from .threads import load_comments

NEWEST_FIRST = "newest"


def get_comments_context(page, request):
    """Return the context of the comments of `page`, loaded once per request."""
    if not hasattr(request, "comments_shown"):
        request.comments_shown = comments_context(page, request)
    return request.comments_shown


def comments_context(page, request):
    """Return the context for the comments of `page` and the form for a new one.

    If a comment was refused or is previewed, the view has set `comment_form`,
    `comment_refusal`, `comment_closed_text` and `comment_preview` on the request.
    """
    settings = CommentSettings.load(request)
    comments_open = is_open(page, settings)
    newest_first = _is_newest_first(request)
    number = request.GET.get("comments", 1)
    loaded = load_comments(page, number, settings, newest_first)
    form = getattr(request, "comment_form", None)
    reply_to = _reply_to(page, request, form, settings) if comments_open else None
    if comments_open:
        form = form or _new_form(request, reply_to)
        form.explain_emails(settings)
    pending = find_pending_comment(page, request.GET.get("comment", ""))
    return {
        "page": page,
        "comments": loaded.comments,
        "comments_page": loaded.page,
        "comment_total": loaded.total,
        "newest_first": newest_first,
        "comments_open": comments_open,
        "max_depth": settings.max_depth,
        "form": form if comments_open else None,
        "reply_to": reply_to,
        "pending_comment": pending,
        "status_url": status_path(pending) if pending else "",
        "preview": getattr(request, "comment_preview", None),
        "refusal": getattr(request, "comment_refusal", ""),
        "closed_text": getattr(request, "comment_closed_text", ""),
    }


@hooks.register("on_serve_page")
def set_response_headers(serve):
    """Prevent caching of personal responses and indexing of an article's variants."""

    def wrapper(page, request, *args):
        response = serve(page, request, *args)
        if not isinstance(page, BlogPage):
            return response
        if "comment" in request.GET or has_session(request):
            add_never_cache_headers(response)
        if request.GET.keys() & {"comment", "reply_to"}:
            response["X-Robots-Tag"] = "noindex"
        return response

    return wrapper


def _is_newest_first(request):
    """Return the order in the URL; raise Http404 if it is unknown."""
    if request.GET.get("order", NEWEST_FIRST) != NEWEST_FIRST:
        raise Http404("There is no such order of comments.")
    return "order" in request.GET


def _new_form(request, reply_to):
    values = new_form_values(parent=reply_to.pk if reply_to else "")
    return CommentForm(initial=values, user=staff_user(request))


def _reply_to(page, request, form, settings):
    """Return the comment that the form replies to, or None."""
    pk = form["parent"].value() if form else request.GET.get("reply_to", "")
    try:
        return find_parent(page, pk or "", settings)
    except Refusal:
        return None
