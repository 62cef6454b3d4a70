"""The comments of an article, and their number in lists."""

from django import template
from django.db.models import Count
from django.template.loader import render_to_string
from django.utils.html import format_html

from boulder_therapeutics.pagecache import memoize, tag

from ..forms import CommentForm
from ..models import Comment
from ..serving import comments_context

register = template.Library()


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


@register.simple_tag
def comment_link(article):
    """Lead from a list to the comments of `article`, counted by `count_comments`."""
    count = article.comment_count
    return format_html(
        '<a href="{}#{}">{}<span class="visually-hidden"> on {}</span></a>',
        article.url,
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
