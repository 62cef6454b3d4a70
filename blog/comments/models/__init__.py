from .batch import BatchChunk, ModerationBatch
from .block import Block
from .comment import Comment
from .removed import RemovedComment
from .report import Report
from .settings import CommentSettings
from .subscription import Subscription

__all__ = [
    "BatchChunk",
    "Block",
    "Comment",
    "CommentSettings",
    "ModerationBatch",
    "RemovedComment",
    "Report",
    "Subscription",
]
