"""The comments of an article, and their number in lists."""

from functools import lru_cache

from django import template
from django.db.models import Count
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from boulder_therapeutics.pagecache import memoize, tag

from ..display.context import comments_context
from ..display.text import to_html
from ..display.threads import MOST_THREADS
from ..models import Comment
from ..submission.forms import CommentForm

register = template.Library()
TOP_LEVEL, REPLY_LEVEL = 3, 4  # of headings
# Where the replies to a comment come to stand, which no text of a reader can contain.
PLACE = '<div class="comment__replies">', "</div>"
# What its template shows of a comment.
SHOWN = "pk", "name", "initials", "is_staff", "created", "text", "url", "can_reply"


@register.inclusion_tag("comments/comments.html", takes_context=True)
def comments(context, page):
    """Render the comments of `page` and the form for another one."""
    shared = {name: context.get(name) for name in ("clinic", "site_url", "request")}
    # The facts for search engines, further below, name the same comments.
    shown = context["request"].comments_shown = comments_context(
        page, context["request"]
    )
    return shared | shown


@register.simple_tag
def comment_threads(threads, address):
    """Render threads of the article at `address`."""
    return format_html_join("", "{}", ((_render(each, address),) for each in threads))


# Most threads of a page are as they were when the last comment was added, and most
# comments of a thread. What has changed or is gone is asked for no more, and leaves
# when newer ones need the room.
@lru_cache(MOST_THREADS)
def _render(thread, address):
    return _with_replies(thread.top, address, TOP_LEVEL)


def _with_replies(comment, address, level):
    facts = {name: getattr(comment, name) for name in SHOWN}
    html = _render_comment(address=address, level=level, **facts)
    below = (_with_replies(each, address, REPLY_LEVEL) for each in comment.children)
    replies = "".join(below)
    place = f"{PLACE[0]}{replies}{PLACE[1]}" if replies else ""
    return mark_safe(html.replace("".join(PLACE), place, 1))  # noqa: S308


@lru_cache(MOST_THREADS)
def _render_comment(text, **facts):
    facts["text"] = to_html(text)
    return render_to_string("comments/comment.html", facts)


@register.simple_tag
def hidden_fields(form):
    """Render what is sent without being shown; Django would use nine templates."""
    return format_html_join(
        "",
        '<input type="hidden" name="{}" value="{}" id="{}">',
        (
            (field.html_name, field.value() or "", field.auto_id)
            for field in form.hidden_fields()
        ),
    )


@register.simple_tag
def comment_fields(form):
    """Render what is to be filled in, which most visitors get as it always is."""
    typed = form.is_bound or any(field.value() for field in form.visible_fields())
    return _render_fields(form) if typed or form.user else _blank_fields()


@memoize()
def _blank_fields():
    return _render_fields(CommentForm())


def _render_fields(form):
    return render_to_string("comments/comment_fields.html", {"form": form})


@register.simple_tag
def count_comments(articles):
    """Give each of `articles` its `comment_count`, with one query."""
    articles = list(articles)
    tag(*(f"comments-{page.pk}" for page in articles))
    visible = Comment.objects.visible().filter(page__in=[page.pk for page in articles])
    counts = dict(visible.order_by().values_list("page").annotate(Count("pk")))
    for article in articles:
        article.comment_count = counts.get(article.pk, 0)
    return ""


@register.simple_tag(takes_context=True)
def comment_link(context, article):
    """Lead from a list to the comments of `article`, counted by `count_comments`."""
    count = article.comment_count
    return format_html(
        '<a href="{}#{}">{}<span class="visually-hidden"> on {}</span></a>',
        article.get_url(context.get("request")),
        "comments" if count else "respond",
        count_words(count),
        article.title,
    )


@register.filter
def count_words(count):
    """Say how many comments there are, as a link or a heading does."""
    if not count:
        return "Leave a Comment"
    return "1 Comment" if count == 1 else f"{count} Comments"
