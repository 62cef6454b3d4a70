from django import forms
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast
from django.http import QueryDict

from blog.models import BlogPage

from ...models import Comment
from ...spam.rules import rules

ALL = "all"
TABS = [*Comment.Status.choices, (ALL, "All")]
UNNARROWED = {"status", "order"}
ORDERS = {"": "by age", "spam": "most like spam first"}


class ArticleField(forms.ModelChoiceField):
    """A choice of articles that takes numbers too long for a database as unknown."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except OverflowError:
            raise self._unknown(value) from None

    def _unknown(self, value):
        message = self.error_messages["invalid_choice"]
        return forms.ValidationError(message, "invalid_choice", {"value": value})


class QueueFilter(forms.Form):
    """Which comments the queue shows: the list and the bulk actions both ask it."""

    status = forms.ChoiceField(choices=TABS, required=False, widget=forms.HiddenInput)
    q = forms.CharField(
        label="Search", required=False, max_length=200, widget=forms.SearchInput
    )
    article = ArticleField(
        BlogPage.objects.filter(comments__isnull=False).distinct().order_by("title"),
        required=False,
        empty_label="All articles",
    )
    reason = forms.ChoiceField(label="Held because", required=False)
    since = forms.DateField(
        label="From", required=False, widget=forms.DateInput({"type": "date"})
    )
    until = forms.DateField(
        label="To", required=False, widget=forms.DateInput({"type": "date"})
    )
    order = forms.ChoiceField(
        choices=ORDERS.items(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, data):
        super().__init__(data, label_suffix="")
        self.fields["q"].widget.attrs["placeholder"] = "Name, email or text"
        reasons = [(rule.__name__, rule.__doc__.rstrip(".")) for rule in rules]
        self.fields["reason"].choices = [("", "Any reason"), *reasons]

    @classmethod
    def from_query(cls, query):
        """Return the filter that a page's query string stands for."""
        return cls(QueryDict(query))

    @property
    def status_shown(self):
        """The tab: a status, or `all`."""
        return (self.is_valid() and self.cleaned_data["status"]) or "pending"

    @property
    def is_active(self):
        """Whether anything but the tab narrows the list."""
        return any(
            self.data.get(name) for name in self.fields if name not in UNNARROWED
        )

    @property
    def query(self):
        """The query string that gives the same filter again."""
        query = QueryDict(mutable=True)
        query.update(
            {name: self.data[name] for name in self.fields if name in self.data}
        )
        return query.urlencode()

    @property
    def orders(self):
        """Each way to sort, in words, with the query string for it."""
        for order, label in ORDERS.items():
            query = QueryDict(self.query, mutable=True)
            query["order"] = order
            yield label, query.urlencode(), order == self.data.get("order", "")

    def matching(self):
        """Return the comments that the filter shows; none if it makes no sense."""
        if not self.is_valid():
            return Comment.objects.none()
        comments = Comment.objects.all()
        if self.status_shown != ALL:
            comments = comments.filter(status=self.status_shown)
        return self._narrowed(comments).order_by(*self._ordering)

    @property
    def _ordering(self):
        # Who has waited longest comes first; of what is settled, the newest.
        oldest_first = self.status_shown == Comment.Status.PENDING
        by_age = ["created", "pk"] if oldest_first else ["-created", "-pk"]
        if self.cleaned_data["order"]:
            return [F("spam_score").desc(nulls_last=True), *by_age]
        return by_age

    def _narrowed(self, comments):
        chosen = self.cleaned_data
        if word := chosen["q"]:
            comments = comments.filter(
                Q(name__icontains=word)
                | Q(email__icontains=word)
                | Q(text__icontains=word)
            )
        if chosen["article"]:
            comments = comments.filter(page=chosen["article"])
        if chosen["reason"]:
            comments = _held_by(comments, chosen["reason"])
        if chosen["since"]:
            comments = comments.filter(created__date__gte=chosen["since"])
        if chosen["until"]:
            comments = comments.filter(created__date__lte=chosen["until"])
        return comments


def _held_by(comments, rule):
    # SQLite cannot look into a list of objects, but both databases write JSON alike,
    # and a quotation mark inside a reason is escaped there.
    reasons = Cast("hold_reasons", TextField())
    return comments.alias(reasons=reasons).filter(reasons__contains=f'"rule": "{rule}"')
