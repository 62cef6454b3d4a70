from .batch import BatchChunk, ModerationBatch
from .block import Block
from .comment import Comment
from .report import Report
from .settings import CommentSettings
from .subscription import Subscription

__all__ = [
    "BatchChunk",
    "Block",
    "Comment",
    "CommentSettings",
    "ModerationBatch",
    "Report",
    "Subscription",
]
