"""A comment before it is stored."""

from dataclasses import dataclass

from django.utils.functional import cached_property

from boulder_therapeutics.core.submission.words import bare_text

from ..models import Block, Comment
from ..models.comment import MODERATE
from .history import History


@dataclass
class Submission:
    """A comment as the visitor sent it, with the details of the request."""

    page: object
    settings: object
    name: str
    email: str
    text: str
    parent: Comment | None = None
    user: object = None
    ip: str | None = None
    user_agent: str = ""
    is_from_program: bool = False
    seconds: float | None = None
    # The wording that the visitor agreed to; "" for no emails.
    consent: str = ""
    # From 0 to 1; None without enough training data.
    spam_score: float | None = None
    # The comment whose text the author changes, if it is not a new one.
    edited: Comment | None = None
    # See `create.submission_key`.
    key: str = ""

    @cached_property
    def history(self):
        """The history of the sender and the text, loaded once."""
        return History(self)

    @cached_property
    def blocks(self):
        """The blocks of this sender."""
        return list(Block.objects.matching(self.email, self.ip))

    @cached_property
    def bare_text(self):
        """The text without tags and invisible characters, which split words."""
        return bare_text(self.text)

    @property
    def written_texts(self):
        """What is public if the comment is; word lists are searched in it."""
        return [self.name, self.text, self.bare_text]

    @property
    def sender_details(self):
        """What is never public; word lists are searched in it, too."""
        return [self.email, self.ip or "", self.user_agent]

    @property
    def is_trusted(self):
        """Whether the author is a moderator or the owner of the page."""
        return self.user is not None and (
            self.user.has_perm(MODERATE) or self.user == self.page.owner
        )
