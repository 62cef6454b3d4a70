"""The view that receives comments, and the permalink of a comment."""

from functools import wraps

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from wagtail.log_actions import log

from blog.models import BlogPage
from boulder_therapeutics.core.http.client import client_ip, staff_user
from boulder_therapeutics.core.http.origin import same_origin_required
from boulder_therapeutics.core.http.refusals import OUTAGES
from boulder_therapeutics.core.publishing.restrictions import only_public

from ..display.permalinks import comment_url, url_after_posting
from ..models import Comment, CommentSettings
from ..models.comment import USER_AGENT_LIMIT
from ..spam import bayes
from .create import create_comment, submission_key
from .forms import CommentForm, form_age, submitted_values
from .policy import find_parent, is_open
from .preview import preview_comment
from .refusal import CLOSED, NO_REPLY, Refusal
from .submission import Submission

# The fields of an article that the checks of a new comment read.
PAGE_FIELDS = [
    "comments_close_at",
    "comments_open",
    "first_published_at",
    "owner",
    "path",
    "title",
    "url_path",
]


def handle_database_errors(view):
    """Show the visitor the submitted text again if the database is unavailable."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except OUTAGES:
            data = submitted_values(request)
            form = CommentForm(initial=data)
            html = render_to_string("comments/unavailable.html", {"form": form})
            return HttpResponse(html, status=503, headers={"Retry-After": "30"})

    return guarded


@same_origin_required
@handle_database_errors
def post_comment(request, page_id):
    """Create a comment on an article, then redirect to it.

    If the comment is refused or only to be previewed, show the article again.
    """
    page = find_page(request, page_id)
    settings = CommentSettings.load(request)
    data = submitted_values(request)
    form = CommentForm(data, user=staff_user(request))
    form.explain_emails(settings)
    try:
        if not is_open(page, settings):
            raise Refusal(403, CLOSED)
        parent = find_parent(page, data["parent"].strip(), settings)
        if not form.is_valid():
            return _show_again(request, page, form, 422)
        submission = _read_submission(request, page, settings, form, parent)
        submission.key = submission_key(submission, form.cleaned_data["key"])
        if "preview" in request.POST:
            request.comment_preview = preview_comment(submission)
            return _show_again(request, page, form, 200)
        comment = create_comment(submission)
        if form.is_override:
            log(comment, "comments.override", user=form.user)
    except Refusal as refusal:
        return _refuse(request, page, data, refusal)
    return HttpResponseRedirect(url_after_posting(comment, request), status=303)


def show_comment(request, pk):
    """Redirect to a visible comment on the right page of its article."""
    comment = get_object_or_404(
        Comment.objects.visible().select_related("page", "root"), pk=pk
    )
    find_page(request, comment.page_id)
    return HttpResponseRedirect(comment_url(comment, request))


def find_page(request, page_id):
    """Return the article, or raise Http404 if the visitor may not read it."""
    pages = BlogPage.objects.live().only(*PAGE_FIELDS)
    if page := only_public(pages).filter(id=page_id).first():
        return page
    page = get_object_or_404(pages, id=page_id)
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
        seconds=form_age(form.cleaned_data["stamp"]),
        consent=form.consent,
        spam_score=bayes.score(text),
    )


def _refuse(request, page, data, refusal):
    """Show the article again with the reason and the submitted text."""
    request.comment_refusal = refusal.message
    if refusal.message == CLOSED:
        request.comment_closed_text = data["text"]
    if refusal.message == NO_REPLY:
        data["parent"] = ""
    form = CommentForm(initial=data, user=staff_user(request))
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
    # Render inside `handle_database_errors`.
    return response.render()
