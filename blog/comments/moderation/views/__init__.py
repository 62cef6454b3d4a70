from .actions import ActionView, ConfirmView, UndoView
from .blocks import BlockAddView, BlockEditView, BlockIndexView, UnblockView
from .progress import ProgressView
from .queue import QueueView
from .single import BlockView, RedactView, ReplyView

__all__ = [
    "ActionView",
    "BlockAddView",
    "BlockEditView",
    "BlockIndexView",
    "BlockView",
    "ConfirmView",
    "ProgressView",
    "QueueView",
    "RedactView",
    "ReplyView",
    "UnblockView",
    "UndoView",
]
