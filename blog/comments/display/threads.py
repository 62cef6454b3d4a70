"""One page of the comments on an article, as threads."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.http import Http404

from ..models import Comment

# The others are for moderators only.
PUBLIC_FIELDS = (
    "id",
    "page_id",
    "parent_id",
    "root_id",
    "name",
    "text",
    "created",
    "user_id",
    "wordpress_id",
)


@dataclass
class CommentPage:
    """The comments of one page in display order, the page, and the total."""

    comments: list
    page: Page
    total: int


def load_comments(article, number, settings, newest_first=False):
    """Return page `number` of the visible comments on `article`, with two queries.

    Raise Http404 if there is no such page. A page has a number of top-level comments
    and all replies to them, which are always oldest first.
    """
    visible = Comment.objects.visible().filter(page_id=article.pk).order_by()
    counts = visible.aggregate(
        total=Count("pk"), threads=Count("pk", filter=Q(root=None))
    )
    order = ["-created", "-pk"] if newest_first else ["created", "pk"]
    tops = visible.filter(root=None).order_by(*order)
    page = _find_page(tops, number, settings.per_page, counts["threads"])
    shown = page.object_list.values("pk")
    comments = visible.filter(Q(pk__in=shown) | Q(root__in=shown)).only(*PUBLIC_FIELDS)
    comments = comments.order_by("created", "pk")
    threads = arrange(comments, settings.max_depth, newest_first)
    _set_old_ids(threads)
    return CommentPage(threads, page, counts["total"])


def _set_old_ids(comments):
    """Set `old_id` where links to a comment of the old site need an anchor.

    Most imported comments have the same number here, and need none.
    """
    taken = {comment.pk for comment in comments}
    for comment in comments:
        number = comment.wordpress_id
        comment.old_id = None if number in taken else number


def _find_page(tops, number, per_page, count):
    paginator = Paginator(tops, per_page)
    paginator.count = count
    is_number = str(number).isascii() and str(number).isdecimal()
    if not is_number or not 0 < len(str(number)) < 10:
        raise Http404("There is no such page of comments.")
    if int(number) not in paginator.page_range:
        raise Http404("There is no such page of comments.")
    return paginator.page(int(number))


def arrange(comments, max_depth, newest_first=False):
    """Return `comments`, given oldest first, in display order.

    Set these attributes on each: `true_depth`; `depth`, at most `max_depth`, at which
    it is displayed; and for the template `has_replies` and `closes`, a range whose
    length is the number of elements that end after the comment.
    """
    comments = {comment.pk: comment for comment in comments}
    lowest = max(max_depth, 2)
    for comment in comments.values():
        comment.true_depth, comment.children = None, []
    for comment in comments.values():
        _set_depth(comment, comments)
    for comment in sorted(comments.values(), key=lambda comment: comment.true_depth):
        comment.depth = min(comment.true_depth, lowest)
        parent = comments.get(comment.parent_id)
        # The comment below which it is displayed.
        comment.shown_below = parent and (
            parent if parent.true_depth < lowest else parent.shown_below
        )
    for comment in comments.values():
        if comment.shown_below:
            comment.shown_below.children.append(comment)
    tops = [comment for comment in comments.values() if comment.shown_below is None]
    return _mark_ends(list(_walk(tops[::-1] if newest_first else tops)))


def _set_depth(comment, comments):
    """Set the true depth of `comment` and its ancestors, without recursion."""
    chain = []
    while comment and comment.true_depth is None:
        chain.append(comment)
        comment = comments.get(comment.parent_id)
    depth = comment.true_depth if comment else 0
    for number, reply in enumerate(reversed(chain), start=1):
        reply.true_depth = depth + number


def _walk(tops):
    """Yield each comment before its replies."""
    stack = list(reversed(tops))
    while stack:
        comment = stack.pop()
        yield comment
        stack += reversed(comment.children)


def _mark_ends(comments):
    following = [comment.depth for comment in comments[1:]] + [1]
    for comment, next_depth in zip(comments, following, strict=False):
        comment.has_replies = next_depth > comment.depth
        comment.closes = range(max(comment.depth - next_depth, 0))
    return comments
