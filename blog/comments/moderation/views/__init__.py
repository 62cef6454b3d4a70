from .acts import ActView, ConfirmView, UndoView
from .queue import QueueView
from .single import BlockView, RedactView, ReplyView

__all__ = [
    "ActView",
    "BlockView",
    "ConfirmView",
    "QueueView",
    "RedactView",
    "ReplyView",
    "UndoView",
]
