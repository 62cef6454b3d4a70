"""How much a text reads like what moderators have called spam.

Each word and pair of words has a probability, learned from both kinds of texts and
drawn towards one half while it is rare (Robinson); Fisher's method combines them. The
score is never more than a reason to hold a comment or to put it into spam.
"""

import math
import re
import time
from collections import Counter
from dataclasses import dataclass, field

from django.core.cache import cache

from boulder_therapeutics.operations.scheduler import every

from ..models import Comment

WORD = re.compile(r"https?://[^\s/]+|[^\W_]+(?:['’][^\W_]+)?|[!$%#]+")
LONGEST_TEXT = 5_000
LONGEST_WORD = 40
# Fewer decisions of either kind teach nothing.
LEAST_LESSONS = 20
MOST_LESSONS = 2_000
MOST_TELLING = 150
CACHE_KEY, CACHE_SECONDS = "comments.bayes", 600
_kept = {}


@dataclass
class Lessons:
    """In how many texts of either kind each word stood."""

    spam: Counter = field(default_factory=Counter)
    good: Counter = field(default_factory=Counter)
    spam_texts: int = 0
    good_texts: int = 0

    def learn(self, text, is_spam):
        """Take one decision into account."""
        (self.spam if is_spam else self.good).update(features(text))
        self.spam_texts += is_spam
        self.good_texts += not is_spam

    def score(self, text):
        """Return how much `text` reads like spam, 0 to 1, or None without lessons."""
        if min(self.spam_texts, self.good_texts) < LEAST_LESSONS:
            return None
        totals = self.spam.total(), self.good.total()
        known = [word for word in features(text) if self.spam[word] or self.good[word]]
        chances = [self._chance(word, *totals) for word in known]
        chances.sort(key=lambda chance: -abs(chance - 0.5))
        return _combine(chances[:MOST_TELLING])

    def _chance(self, word, all_spam, all_good):
        seen = self.spam[word] + self.good[word]
        in_spam, in_good = self.spam[word] / all_spam, self.good[word] / all_good
        return (0.5 + seen * in_spam / (in_spam + in_good)) / (1 + seen)


def _combine(chances):
    """Combine the chances of single words into one, 1/2 if they tell nothing."""
    like_spam = _fisher(1 - chance for chance in chances)
    like_good = _fisher(chances)
    return (1 + like_good - like_spam) / 2


def _fisher(chances):
    """Return how likely chances as small as these are by mere chance."""
    logs = [math.log(chance) for chance in chances]
    half = -sum(logs)
    term = total = math.exp(-half)
    for step in range(1, len(logs)):
        term *= half / step
        total += term
    return min(total, 1)


def features(text):
    """Return the words, the pairs of words and the manner of a text, each once."""
    text = text[:LONGEST_TEXT]
    words = [word.casefold()[:LONGEST_WORD] for word in WORD.findall(text)]
    found = set(words) | {f"{a} {b}" for a, b in zip(words, words[1:], strict=False)}
    if "http" in text or "www." in text or re.search(r"\w\.com\b", text):
        found.add("<link>")
    if sum(map(str.isupper, text)) > len(text) / 3:
        found.add("<shouting>")
    return found


def score(text):
    """Return how likely `text` is spam by what moderators have decided so far."""
    return _recall().score(text)


@every(CACHE_SECONDS)
def learn():
    """Learn what has been decided since, before somebody has to wait for it."""
    cache.set(CACHE_KEY, learn_from_moderators(), 3 * CACHE_SECONDS)


def forget():
    """Have this process ask for the lessons anew."""
    _kept.clear()


def _recall():
    """Return the lessons, which are too much to be read for each comment."""
    now = time.monotonic()
    if "lessons" not in _kept or _kept["until"] < now:
        # The others go on with what there is while one of them fetches the new.
        _kept["until"] = now + CACHE_SECONDS
        _kept["lessons"] = cache.get_or_set(
            CACHE_KEY, learn_from_moderators, 3 * CACHE_SECONDS
        )
    return _kept["lessons"]


def learn_from_moderators():
    """Return the lessons of the newest decisions."""
    lessons = Lessons()
    for status in (Comment.Status.SPAM, Comment.Status.APPROVED):
        # Rules give a comment its first state, people every other one.
        decided = Comment.objects.filter(status=status).exclude(status_before="")
        texts = decided.order_by("-status_changed").values_list("text", flat=True)
        for text in texts[:MOST_LESSONS]:
            lessons.learn(text, status == Comment.Status.SPAM)
    return lessons
