"""One page of the comments of an article, as a tree, in a fixed number of queries."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Subquery
from django.http import Http404

from boulder_therapeutics.pagecache import memoize

from .models import Comment

MOST_PAGES = 100_000
MOST_KEPT = 20
# What readers see of a comment; the rest is for moderators.
SHOWN = "created", "name", "page", "parent", "root", "text", "user"


@dataclass
class ThreadPage:
    """Top-level comments with their `children`, the pages, and the count of all."""

    thread: list
    page: object
    total: int


def load_thread(article, number, settings, url="", comments_open=True):
    """Return the page `number` of the comments of `article`; 404 if there is none.

    `url` is the address of the article. What is returned is shared, so it is not to be
    changed.
    """
    limits = settings.per_page, settings.max_depth
    return _load(article.pk, number, *limits, url, comments_open)


# An edit of the article leaves its comments as they are.
@memoize("comments-{}", most=MOST_KEPT)
def _load(article_id, number, per_page, max_depth, url, comments_open):
    visible = Comment.objects.visible().filter(page_id=article_id).only(*SHOWN)
    tops = visible.filter(root=None).order_by("created", "pk")
    # Counted in the same query, as most articles have one page of comments.
    counted = tops.annotate(total=_count(visible), tops=_count(visible, root=None))
    page = _find_page(counted, number, per_page)
    thread = list(page.object_list)
    total = thread[0].total if thread else 0
    replies = visible.filter(root__in=[top.pk for top in thread])
    replies = replies.order_by("created", "pk")
    arrange(thread, replies, max_depth)
    query = f"?comments={page.number}" if page.number > 1 else ""
    for comment in walk(thread):
        comment.can_reply = comments_open and comment.true_depth < max_depth
        comment.url = f"{url}{query}#comment-{comment.pk}"
    return ThreadPage(thread, page, total)


def _count(comments, **conditions):
    comments = comments.filter(**conditions).order_by().values("page")
    return Subquery(comments.annotate(count=Count("pk")).values("count"))


def _find_page(tops, number, per_page):
    """Return the page `number` of `tops`, who know how many they are, or 404."""
    try:
        number = int(number)
    except ValueError:
        number = 0
    start = (number - 1) * per_page
    found = list(tops[start : start + per_page]) if 0 < number <= MOST_PAGES else []
    if not found and number != 1:
        raise Http404("There is no such page of comments.")
    paginator = Paginator(found, per_page)
    paginator.count = found[0].tops if found else 0
    return Page(found, number, paginator)


def arrange(tops, replies, max_depth):
    """Hang `replies` below `tops`; deeper ones stand, in order, at the depth limit.

    Sets `depth` as shown, `true_depth` as written, and `children`.
    """
    replies, lowest = list(replies), max(max_depth, 2)
    comments = {comment.pk: comment for comment in [*tops, *replies]}
    for comment in comments.values():
        comment.children, comment.true_depth = [], None
    for top in tops:
        top.depth = top.true_depth = 1
    for reply in replies:
        _measure(reply, comments)
    for reply in sorted(replies, key=lambda reply: reply.true_depth):
        reply.depth = min(reply.true_depth, lowest)
        parent = comments[reply.parent_id]
        reply.holder = parent if parent.true_depth < lowest else parent.holder
    for reply in replies:
        reply.holder.children.append(reply)


def walk(thread):
    """Yield every comment of `thread`, in the order in which they are shown."""
    waiting = list(reversed(thread))
    while waiting:
        comment = waiting.pop()
        yield comment
        waiting += reversed(comment.children)


def _measure(comment, comments):
    """Set the true depth of `comment` and of all above it, without recursion."""
    unknown = []
    while comment.true_depth is None:
        unknown.append(comment)
        comment = comments[comment.parent_id]
    for below in reversed(unknown):
        below.true_depth = comment.true_depth + 1
        comment = below
