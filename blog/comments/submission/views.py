"""What visitors send, and where they are sent."""

from functools import wraps

from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect, UnreadablePostError
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from blog.models import BlogPage
from boulder_therapeutics.core.http.client import client_ip, staff_user
from boulder_therapeutics.core.http.origin import same_origin_required

from ..display.context import token_for
from ..display.permalinks import address_of, address_of_answer
from ..models import Comment, CommentSettings
from ..models.comment import USER_AGENT_LIMIT
from ..spam import bayes
from .create import create_comment, submission_key
from .forms import CommentForm, read_typed, seconds_since
from .policy import find_parent, is_open
from .refusal import CLOSED, NO_REPLY, Refusal
from .submission import Submission

FORM_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data"}
MOST_BYTES = 2_500_000
MOST_FIELDS = 100
# What of an article decides about a comment on it.
NEEDED = ["comments_open", "first_published_at", "owner", "path", "title", "url_path"]


def survives_database(view):
    """Give the visitor the typed text back when the database is away."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except (OperationalError, InterfaceError):
            typed = read_typed(request)
            form = CommentForm(initial=typed, token=token_for(request))
            html = render_to_string("comments/unavailable.html", {"form": form})
            return HttpResponse(html, status=503, headers={"Retry-After": "30"})

    return guarded


@same_origin_required
@survives_database
def add_comment(request, page_id):
    """Take a comment on the article with `page_id`.

    Answers 303 to the comment, or the article again with what was wrong.
    """
    _check_shape(request)
    page = _find_page(request, page_id)
    settings = CommentSettings.load(request)
    typed = read_typed(request)
    form = CommentForm(typed, user=staff_user(request), token=token_for(request))
    try:
        if not is_open(page, settings):
            raise Refusal(403, CLOSED)
        parent = find_parent(page, typed["parent"].strip(), settings)
        if not form.is_valid():
            return _show_again(request, page, form, 422)
        submission = _read_submission(request, page, settings, form, parent)
        submission.key = submission_key(submission, form.cleaned_data["key"])
        comment = create_comment(submission)
    except Refusal as refusal:
        return _refuse(request, page, typed, refusal)
    address = address_of_answer(comment, request)
    return HttpResponseRedirect(address, status=303)


def show_comment(request, pk):
    """Lead to a visible comment, whichever page of its article it stands on."""
    comment = get_object_or_404(
        Comment.objects.visible().select_related("page", "root"), pk=pk
    )
    _find_page(request, comment.page_id)
    return HttpResponseRedirect(address_of(comment, request))


def _check_shape(request):
    """Refuse what no form of ours sends."""
    if request.content_type not in FORM_TYPES:
        raise BadRequest("A comment comes from a form.")
    length = request.headers.get("content-length") or "0"
    if not length.isdecimal() or len(length) > 10 or int(length) > MOST_BYTES:
        raise BadRequest("That is too much for a comment.")
    try:
        fields = request.POST.lists()
    except UnreadablePostError:
        raise BadRequest("The comment did not arrive in full.") from None
    if sum(len(values) for _, values in fields) > MOST_FIELDS:
        raise BadRequest("Those are too many fields for a comment.")


def _find_page(request, page_id):
    """Return the article, if this visitor may read it."""
    page = get_object_or_404(BlogPage.objects.live().only(*NEEDED), id=page_id)
    restrictions = page.get_view_restrictions()
    if not all(restriction.accept_request(request) for restriction in restrictions):
        raise Http404
    return page


def _read_submission(request, page, settings, form, parent):
    name, email = form.author
    text = form.cleaned_data["text"]
    agent = request.headers.get("User-Agent", "")
    return Submission(
        page=page,
        settings=settings,
        parent=parent,
        name=name,
        email=email,
        text=text,
        user=form.user,
        ip=client_ip(request),
        user_agent="".join(filter(str.isprintable, agent))[:USER_AGENT_LIMIT],
        is_from_program=form.is_from_program,
        seconds=seconds_since(form.cleaned_data["stamp"]),
        wants_mail=form.cleaned_data.get("notify", False),
        spam_score=bayes.score(text),
    )


def _refuse(request, page, typed, refusal):
    """Show the article with the reason and the typed text."""
    request.comment_refusal = refusal.message
    if refusal.message == CLOSED:
        request.comment_closed_text = typed["text"]
    if refusal.message == NO_REPLY:
        typed["parent"] = ""
    form = CommentForm(
        initial=typed, user=staff_user(request), token=token_for(request)
    )
    response = _show_again(request, page, form, refusal.status)
    if refusal.wait:
        response["Retry-After"] = refusal.wait
    return response


def _show_again(request, page, form, status):
    request.comment_form = form
    page = BlogPage.objects.get(pk=page.pk)
    response = page.serve(request)
    response.status_code = status
    response["X-Robots-Tag"] = "noindex"
    add_never_cache_headers(response)
    # At once, while a database that goes away is still caught.
    return response.render()
