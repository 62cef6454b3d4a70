"""Tags for the comments of an article, and for their number in lists."""

from django import template
from django.db.models import Count
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from ..display.context import get_comments_context
from ..display.text import to_html
from ..models import Comment

register = template.Library()
register.filter("comment_text", to_html)


@register.inclusion_tag("comments/comments.html", takes_context=True)
def comments(context, page):
    """Render the comments of `page` and the comment form."""
    request = context["request"]
    shared = {name: context.get(name) for name in ("clinic", "site_url", "request")}
    return shared | get_comments_context(page, request)


@register.inclusion_tag("comments/jump.html", takes_context=True)
def jump_to_comments(context, page):
    """Render a link from the top of `page` to its comments, or to the form."""
    return get_comments_context(page, context["request"])


@register.simple_tag
def count_comments(articles):
    """Set `comment_count` on each of `articles` with one query."""
    articles = list(articles)
    visible = Comment.objects.visible().filter(page__in=[page.pk for page in articles])
    counts = dict(visible.order_by().values_list("page").annotate(Count("pk")))
    for article in articles:
        article.comment_count = counts.get(article.pk, 0)
    return ""


@register.simple_tag(takes_context=True)
def comment_link(context, article):
    """Return a link to the comments of `article`; needs `count_comments` before."""
    count = article.comment_count
    return format_html(
        '<a href="{}#{}">{}<span class="visually-hidden"> {}</span></a>',
        article.get_url(context.get("request")),
        "comments" if count else "respond",
        count_words(count),
        gettext("on %(title)s") % {"title": article.title},
    )


@register.filter
def count_words(count):
    """Return the number of comments in words, for links and headings."""
    if not count:
        return gettext("Leave a Comment")
    return ngettext("%(count)d Comment", "%(count)d Comments", count) % {"count": count}
