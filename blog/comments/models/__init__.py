from .batch import ModerationBatch
from .block import Block
from .comment import Comment
from .settings import CommentSettings
from .subscription import Subscription

__all__ = ["Block", "Comment", "CommentSettings", "ModerationBatch", "Subscription"]
