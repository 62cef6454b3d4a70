from .batch import ModerationBatch
from .comment import Comment
from .report import Report
from .settings import CommentSettings
from .subscription import Subscription

__all__ = ["Comment", "CommentSettings", "ModerationBatch", "Report", "Subscription"]
