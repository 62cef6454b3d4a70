from .acts import ActView, ConfirmView, UndoView
from .queue import QueueView
from .single import BlockView, CommentHistoryView, RedactView, ReplyView

__all__ = [
    "ActView",
    "BlockView",
    "CommentHistoryView",
    "ConfirmView",
    "QueueView",
    "RedactView",
    "ReplyView",
    "UndoView",
]
