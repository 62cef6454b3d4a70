"""One page of the comments of an article, as a tree, in a fixed number of queries."""

from dataclasses import dataclass
from functools import lru_cache

from django.core.paginator import Page, Paginator
from django.db.models import Func, IntegerField, Subquery
from django.http import Http404

from boulder_therapeutics.pagecache import memoize

from ..models import Comment

MOST_PAGES = 100_000
MOST_KEPT = 20
MOST_THREADS = 500
# What readers see of a comment; the rest is for moderators.
SHOWN = "id", "page_id", "parent_id", "root_id", "name", "text", "created", "user_id"


@dataclass(frozen=True, eq=False)
class Thread:
    """A top-level comment and its replies, in the order in which they are shown.

    It is the same object as long as nothing of it changes, so that what is made of it
    can be kept with it.
    """

    comments: list

    @property
    def top(self):
        """The top-level comment, with `children`, who have some, too."""
        return self.comments[0]


@dataclass
class ThreadPage:
    """The threads of a page, the pages, and the count of all comments."""

    threads: list
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
    visible = Comment.objects.visible().filter(page_id=article_id)
    tops = visible.filter(root=None).order_by("created", "pk")
    # Counted in the same query, as most articles have one page of comments.
    counted = tops.annotate(total=_count(visible), tops=_count(visible, root=None))
    page = _find_page(counted.values_list(*SHOWN, "total", "tops"), number, per_page)
    rows = {top[0]: [top[: len(SHOWN)]] for top in page}
    replies = visible.filter(root__in=rows).order_by("created", "pk")
    for reply in replies.values_list(*SHOWN):
        rows[reply[SHOWN.index("root_id")]].append(reply)
    query = f"?comments={page.number}" if page.number > 1 else ""
    threads = [
        _make(tuple(rows_of_thread), max_depth, url + query, comments_open)
        for rows_of_thread in rows.values()
    ]
    return ThreadPage(threads, page, page[0][-2] if page else 0)


@lru_cache(MOST_THREADS)
def _make(rows, max_depth, address, comments_open):
    """Return the thread of these rows, its top-level comment first."""
    top, *replies = (Comment.from_db(None, SHOWN, row) for row in rows)
    arrange(top, replies, max_depth)
    thread = Thread(list(walk(top)))
    for comment in thread.comments:
        comment.can_reply = comments_open and comment.true_depth < max_depth
        comment.url = f"{address}#comment-{comment.pk}"
    return thread


def _count(comments, **conditions):
    # Not `Count`, which would group them by something, and take twice as long.
    number = Func(template="COUNT(*)", output_field=IntegerField())
    comments = comments.filter(**conditions).order_by()
    return Subquery(comments.annotate(number=number).values("number"))


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
    paginator.count = found[0][-1] if found else 0
    return Page(found, number, paginator)


def arrange(top, replies, max_depth):
    """Hang `replies` below `top`; deeper ones stand, in order, at the depth limit.

    Sets `depth` as shown, `true_depth` as written, and `children`.
    """
    lowest = max(max_depth, 2)
    comments = {comment.pk: comment for comment in [top, *replies]}
    for comment in comments.values():
        comment.children, comment.true_depth = [], None
    top.depth = top.true_depth = 1
    for reply in replies:
        _measure(reply, comments)
    for reply in sorted(replies, key=lambda reply: reply.true_depth):
        reply.depth = min(reply.true_depth, lowest)
        parent = comments[reply.parent_id]
        reply.holder = parent if parent.true_depth < lowest else parent.holder
    for reply in replies:
        reply.holder.children.append(reply)


def walk(top):
    """Yield `top` and all below it, in the order in which they are shown."""
    waiting = [top]
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
