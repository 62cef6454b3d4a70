"""What an article shows below its text, and how its answers may be stored."""

from django.middleware.csrf import get_token
from django.utils.cache import add_never_cache_headers

from wagtail import hooks

from blog.models import BlogPage
from boulder_therapeutics.core.http.client import staff_user
from boulder_therapeutics.core.http.origin import has_session
from boulder_therapeutics.pagecache import limit, memoize, tag

from ..mail.subscriptions import status_path
from ..models import CommentSettings
from ..submission.create import Refusal, closes_at, find_parent, is_open
from ..submission.forms import CommentForm, new_values
from .permalinks import find_own
from .threads import load_thread


@memoize("comment-settings")
def load_settings():
    """Return what decides about comments."""
    return CommentSettings.load()


def comments_context(page, request):
    """Return everything that the comments of `page` are rendered from.

    A view that sends a visitor back leaves `comment_form`, `comment_refusal` and
    `comment_closed_text` on the request.
    """
    settings = load_settings()
    comments_open = is_open(page, settings)
    tag(f"comments-{page.pk}")
    if comments_open:
        limit(closes_at(page, settings))
    loaded = load_thread(
        page,
        request.GET.get("comments", 1),
        settings,
        url=page.get_url(request) or "",
        comments_open=comments_open,
    )
    form = getattr(request, "comment_form", None)
    reply_to = _reply_to(page, request, form, settings) if comments_open else None
    own = find_own(page, request.GET.get("comment", ""))
    return {
        "page": page,
        "threads": loaded.threads,
        "comments_page": loaded.page,
        "comment_total": loaded.total,
        "comments_open": comments_open,
        "form": form or _new_form(request, reply_to) if comments_open else None,
        "reply_to": reply_to,
        "own_comment": own,
        "own_status": status_path(own) if own else "",
        "urgent": own is not None and own.is_urgent,
        "personal": own is not None and own.holds_personal_details,
        "refusal": getattr(request, "comment_refusal", ""),
        "closed_text": getattr(request, "comment_closed_text", ""),
    }


@hooks.register("on_serve_page")
def keep_personal_answers_out_of_caches(serve):
    """Mark what only one person may see, or no search engine should list."""

    def marked(page, request, *args):
        response = serve(page, request, *args)
        if not isinstance(page, BlogPage):
            return response
        if "comment" in request.GET or has_session(request):
            add_never_cache_headers(response)
        if request.GET.keys() & {"comment", "reply_to"}:
            response["X-Robots-Tag"] = "noindex"
        return response

    return marked


def token_for(request):
    """Return the token that a member of staff has to send along, if it is one.

    Such visitors are never served from a cache, so it may stand in the page.
    """
    return get_token(request) if has_session(request) else ""


def _new_form(request, reply_to):
    values = new_values(parent=reply_to.pk if reply_to else "")
    return CommentForm(
        initial=values, user=staff_user(request), token=token_for(request)
    )


def _reply_to(page, request, form, settings):
    """Return the comment that the form answers, None if there is none to answer."""
    typed = form["parent"].value() if form else request.GET.get("reply_to", "")
    try:
        return find_parent(page, typed or "", settings)
    except Refusal:
        return None
