"""What is judged, and the judgment."""

import re
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.functional import cached_property

from . import bayes
from .characters import is_invisible
from .models import Comment
from .models.comment import MODERATE

MOST_LOOKED_AT = 500
TAG = re.compile(r"<[^<>]*>")


@dataclass
class Submission:
    """A comment as its visitor sent it, and what is known about the sending."""

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
    wants_mail: bool = False

    @cached_property
    def spam_score(self):
        """How much the text reads like spam, 0 to 1, or None if nobody knows yet."""
        return bayes.score(self.text)

    @cached_property
    def history(self):
        """How many of this sender's last comments are `spam`, and how many `known`.

        Those have been let through under the same name and email.
        """
        judged = [Comment.Status.SPAM, Comment.Status.APPROVED]
        earlier = Comment.objects.filter(self.same_sender, status__in=judged)
        earlier = earlier.order_by("-created")[:MOST_LOOKED_AT]
        # Counted here, which takes half as long as letting the database do it.
        known = (Comment.Status.APPROVED, self.name, self.email.upper())
        found = [
            (status, name, email.upper())
            for status, name, email in earlier.values_list("status", "name", "email")
        ]
        spam = sum(status == Comment.Status.SPAM for status, *_ in found)
        return {"spam": spam, "known": found.count(known)}

    @cached_property
    def bare_text(self):
        """The text without tags and invisible characters, which split words."""
        text = TAG.sub("", self.text)
        return "".join(c for c in text if c in "\n\t" or not _splits_words(c))

    @property
    def places(self):
        """Everything that the lists of words are held against."""
        who = [self.name, self.email, self.ip or "", self.user_agent]
        return [*who, self.text, self.bare_text]

    @property
    def same_sender(self):
        """What finds the comments of the same email or network address."""
        same = Q(ip=self.ip) if self.ip else Q(pk=None)
        return same | Q(email__iexact=self.email) if self.email else same

    @property
    def is_trusted(self):
        """Whether somebody of the clinic wrote it who may publish it, too."""
        return self.user is not None and (
            self.user.has_perm(MODERATE) or self.user == self.page.owner
        )


@dataclass
class Verdict:
    """What becomes of a submission, and why."""

    status: str = Comment.Status.APPROVED
    is_urgent: bool = False
    reasons: list = field(default_factory=list)


def _splits_words(character):
    return is_invisible(character) and not character.isspace()
