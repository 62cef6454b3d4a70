from .actions import ActionView, ConfirmView, UndoView
from .queue import QueueView
from .single import BlockView, RedactView, ReplyView

__all__ = [
    "ActionView",
    "BlockView",
    "ConfirmView",
    "QueueView",
    "RedactView",
    "ReplyView",
    "UndoView",
]
