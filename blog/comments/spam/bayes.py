"""A naive Bayes spam score, learned from moderators' decisions.

Each word and each pair of neighboring words gets a probability of being spam, drawn
toward one half while it is rare (Robinson); Fisher's method combines them. Words that
only one sender used are dropped, so that the statistics say nothing about a person.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass, field

from django.core.cache import cache

from boulder_therapeutics.operations.scheduler import every

from ..models import Comment

WORD = re.compile(r"https?://[^\s/]+|[^\W_]+(?:['’][^\W_]+)?|[!$%#]+")
MAX_TEXT_LENGTH = 5_000
MAX_WORD_LENGTH = 40
# With fewer texts of either kind there is no score.
MIN_TRAINING_TEXTS = 20
MAX_TRAINING_TEXTS = 2_000
MAX_FEATURES = 150
TRAINING_INTERVAL = 600  # seconds
CACHE_KEY = "comments.bayes"


@dataclass
class Classifier:
    """The number of spam and of good texts in which each feature occurs."""

    spam: Counter = field(default_factory=Counter)
    good: Counter = field(default_factory=Counter)
    spam_texts: int = 0
    good_texts: int = 0

    @classmethod
    def train(cls, texts):
        """Return a classifier trained with `texts`: (text, whether it is spam, sender).

        Features of only one sender are dropped: most of the size, little evidence.
        """
        classifier, known, shared = cls(), {}, set()
        for text, is_spam, sender in texts:
            found = features(text)
            classifier.add(found, is_spam)
            shared |= {f for f in found if known.setdefault(f, sender) != sender}
        classifier.keep(shared)
        return classifier

    def add(self, found, is_spam):
        """Count the features found in a text."""
        (self.spam if is_spam else self.good).update(found)
        self.spam_texts += is_spam
        self.good_texts += not is_spam

    def keep(self, shared):
        """Drop all features but the `shared` ones."""
        self.spam = Counter({f: n for f, n in self.spam.items() if f in shared})
        self.good = Counter({f: n for f, n in self.good.items() if f in shared})

    def score(self, text):
        """Return the spam score of `text`, 0 to 1, or None without enough training."""
        if min(self.spam_texts, self.good_texts) < MIN_TRAINING_TEXTS:
            return None
        totals = self.spam.total(), self.good.total()
        known = [word for word in features(text) if self.spam[word] or self.good[word]]
        probabilities = [self._probability(word, *totals) for word in known]
        probabilities.sort(key=lambda probability: -abs(probability - 0.5))
        return _combine(probabilities[:MAX_FEATURES])

    def _probability(self, word, spam_total, good_total):
        seen = self.spam[word] + self.good[word]
        in_spam, in_good = self.spam[word] / spam_total, self.good[word] / good_total
        return (0.5 + seen * in_spam / (in_spam + in_good)) / (1 + seen)


def _combine(probabilities):
    """Combine probabilities of single features into one; 1/2 means no evidence."""
    like_spam = _fisher(1 - probability for probability in probabilities)
    like_good = _fisher(probabilities)
    return (1 + like_good - like_spam) / 2


def _fisher(probabilities):
    """Return how likely probabilities this low are by chance (inverse chi-square)."""
    logs = [math.log(probability) for probability in probabilities]
    half = -sum(logs)
    term = total = math.exp(-half)
    for step in range(1, len(logs)):
        term *= half / step
        total += term
    return min(total, 1)


def features(text):
    """Return the set of words, pairs of words and style markers in a text."""
    text = text[:MAX_TEXT_LENGTH]
    words = [word.casefold()[:MAX_WORD_LENGTH] for word in WORD.findall(text)]
    found = set(words) | {f"{a} {b}" for a, b in zip(words, words[1:], strict=False)}
    if "http" in text or "www." in text or re.search(r"\w\.com\b", text):
        found.add("<link>")
    if sum(map(str.isupper, text)) > len(text) / 3:
        found.add("<shouting>")
    return found


def score(text):
    """Return the spam score of `text` by moderators' decisions so far, or None."""
    classifier = cache.get_or_set(
        CACHE_KEY, train_with_decisions, 3 * TRAINING_INTERVAL
    )
    return classifier.score(text)


@every(TRAINING_INTERVAL)
def retrain():
    """Train in the background, so that posting a comment does not wait for it."""
    cache.set(CACHE_KEY, train_with_decisions(), 3 * TRAINING_INTERVAL)


def train_with_decisions():
    """Return a classifier trained with moderators' latest decisions."""
    return Classifier.train(
        (text, status == Comment.Status.SPAM, email.casefold() or ip or name)
        for status in (Comment.Status.SPAM, Comment.Status.APPROVED)
        for text, email, ip, name in _decided_texts(status)
    )


def _decided_texts(status):
    # Rules set only the first status of a comment; later ones are set by people.
    decided = Comment.objects.filter(status=status).exclude(status_before="")
    texts = decided.order_by("-status_changed")
    return texts.values_list("text", "email", "ip", "name")[:MAX_TRAINING_TEXTS]
