"""Comments of WordPress as ours."""

from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address

from ..read.dates import to_utc
from .text import comment_text, unescaped

NAME_LIMIT, EMAIL_LIMIT, USER_AGENT_LIMIT = 245, 100, 254
STATUSES = {
    "approved": "approved",
    "pending": "pending",
    "hold": "pending",
    "spam": "spam",
    "trash": "trash",
    "post-trashed": "trash",
}
READER_TYPES = {"comment"}
PINGS = {"pingback", "trackback"}


@dataclass
class NewComment:
    """The fields of a comment, before it is in a database."""

    name: str
    email: str
    text: str
    created: datetime
    status: str
    ip: str | None
    user_agent: str
    user_number: str


def convert_comment(comment, zone, *, personal_data=True, fallback=None):
    """Return the `NewComment`; without a date it gets `fallback`."""
    get = comment.fields.get
    created = to_utc(get("wp:comment_date_gmt"), get("wp:comment_date"), zone)
    name = unescaped(get("wp:comment_author"))
    email = (get("wp:comment_author_email") or "").strip()
    status = STATUSES.get(comment.status, "pending")
    is_ping = comment.type in PINGS
    return NewComment(
        name=(name or "Anonymous")[:NAME_LIMIT],
        email=email if personal_data and _is_email(email) else "",
        text=comment_text(get("wp:comment_content") or ""),
        created=created or fallback or datetime(1970, 1, 1, tzinfo=UTC),
        # Pings are kept for the record, and never shown.
        status="trash" if is_ping else status,
        ip=_ip(get("wp:comment_author_IP")) if personal_data else None,
        user_agent=(get("wp:comment_agent") or "")[:USER_AGENT_LIMIT]
        if personal_data
        else "",
        user_number=(get("wp:comment_user_id") or "").strip(),
    )


def is_note(comment):
    """Return whether a comment is none of a reader, and was never public."""
    return comment.type not in READER_TYPES | PINGS


def _is_email(text):
    return "@" in text and len(text) <= EMAIL_LIMIT and not any(map(str.isspace, text))


def _ip(text):
    try:
        return str(ip_address((text or "").strip()))
    except ValueError:
        return None


def parents_of(comments):
    """Return the parent's number of each comment, 0 if it has none that can be used.

    Also return the numbers of those whose parent is absent, and of those in a circle.
    """
    given = {comment.number: comment.parent for comment in comments}
    orphans = {n for n, parent in given.items() if parent and parent not in given}
    parents = {n: 0 if n in orphans else parent for n, parent in given.items()}
    circles = set()
    for number in parents:
        seen, current = set(), number
        while current and current not in seen:
            seen.add(current)
            current = parents[current]
        if current:
            parents[current] = 0
            circles.add(current)
    return parents, orphans, circles
